// What happens to titles on their way to a page. Each change gives null where a title offers nothing to change.
import type { Written } from './frames.ts';
import type { Chance } from '../chance.ts';

export type Change = (title: string, random: Chance) => Written | null;

const plain = (text: string | null): Written | null => (text === null ? null : { text });

/** Words of one letter case only where a sentence would have them. */
export const whole: Change = (title, random) => {
  const sentence =
    title.charAt(0) + title.slice(1).replace(/\b\p{Lu}(?=\p{Ll}+\b)/gu, (letter) => letter.toLowerCase());
  // A TeX command in capitals is another command, or none.
  return plain(random.pick([title, title, sentence, /[\\$]/u.test(title) ? title : title.toUpperCase()]));
};

/** Cut as a listing does; never so early that several titles begin so, which `synthetic.ts` sees to. */
export const truncated: Change = (title, random) => {
  const cut = Math.floor(title.length * (0.5 + 0.35 * random.next()));
  const midWord = random.below(10) < 3;
  const end = midWord ? cut : title.lastIndexOf(' ', cut);
  const text = title.slice(0, end).replace(/[\s\p{P}]+$/u, '');
  if (text.length < 35 || text.split(' ').length < 5) return null;
  return plain(text + random.pick(['…', '...', ' …', ' ...']));
};

export const hyphenated: Change = (title, random) => {
  const places = [...title.matchAll(/\p{Ll}{3}(?=\p{Ll}{3})/gu)].map(({ index }) => index + 3);
  const at = places[random.below(places.length)];
  if (at === undefined) return null;
  return plain(`${title.slice(0, at)}-\n${random.pick(['', '    '])}${title.slice(at)}`);
};

/** One of the title's own hyphens is at a line's end. */
export const ownHyphen: Change = (title) => {
  const at = title.search(/\p{L}-\p{Ll}/u);
  return at < 0 ? null : plain(`${title.slice(0, at + 2)}\n${title.slice(at + 2)}`);
};

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One letter wrong, missing, too much or exchanged with the next. */
export const mistyped: Change = (title, random) => {
  const places = [...title.matchAll(/(?<=\p{Ll})\p{Ll}(?=\p{Ll}{2})/gu)].map(({ index }) => index);
  const at = places[random.below(places.length)];
  if (at === undefined || title.length < 30) return null;
  const here = title.charAt(at);
  const next = title.charAt(at + 1);
  const other = letters.charAt((letters.indexOf(here) + 1 + random.below(25)) % 26);
  const change = random.pick(['wrong', 'missing', 'more', 'exchanged']);
  if (change === 'wrong') return plain(title.slice(0, at) + other + title.slice(at + 1));
  if (change === 'missing') return plain(title.slice(0, at) + title.slice(at + 1));
  if (change === 'more') return plain(title.slice(0, at) + other + title.slice(at));
  return here === next ? null : plain(title.slice(0, at) + next + here + title.slice(at + 2));
};

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  omega: 'ω',
  Lambda: 'Λ',
  Omega: 'Ω',
  infty: '∞',
  ell: 'ℓ',
};

/** A title with TeX in it: as it is, without its signs, or as a page shows it. */
export const latex: Change = (title, random) => {
  if (!/\$[^$]+\$/u.test(title)) return null;
  const signs = /[$\\{}^_]/gu;
  const shown = title.replace(/\\([A-Za-z]+)/gu, (all, name: string) => greek[name] ?? all);
  const form = random.pick(['as it is', 'bare', 'shown']);
  if (form === 'as it is') return plain(title);
  // What has commands beyond letters is written in more ways than these.
  if (/\\/u.test(shown)) return null;
  return plain(form === 'bare' ? title.replace(signs, '') : shown.replace(signs, ''));
};

export const spacesLost: Change = (title, random) => {
  const places = [...title.matchAll(/ /gu)].map(({ index }) => index);
  if (places.length < 3) return null;
  const lost = new Set(random.shuffled(places).slice(0, 1 + random.below(2)));
  return plain(Array.from(title.matchAll(/[^]/gu), ({ 0: sign, index }) => (lost.has(index) ? '' : sign)).join(''));
};

export const ligatures: Change = (title) => {
  const set = title.replace(
    /ffi|ffl|ff|fi|fl/gu,
    (run) => ({ ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ' })[run] ?? run,
  );
  return set === title ? null : plain(set);
};

/** Some of its words stand in an element of their own, as a search's hits do. */
export const splitNodes: Change = (title, random) => {
  const words = [...title.matchAll(/[\p{L}\p{N}]+/gu)];
  if (words.length < 4) return null;
  const inner = random
    .shuffled(words)
    .slice(0, 1 + random.below(2))
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
  return { text: title, inner };
};

const spellings: readonly (readonly [RegExp, string])[] = [
  [/ization\b/u, 'isation'],
  [/isation\b/u, 'ization'],
  [/izing\b/u, 'ising'],
  [/\b([Mm])odeling\b/u, '$1odelling'],
  [/\b([Mm])odelling\b/u, '$1odeling'],
  [/\b([Ll])abeling\b/u, '$1abelling'],
  [/\b([Cc])olor/u, '$1olour'],
  [/\b([Cc])olour/u, '$1olor'],
  [/\b([Bb])ehavior/u, '$1ehaviour'],
  [/\b([Bb])ehaviour/u, '$1ehavior'],
  [/\b([Nn])eighbor/u, '$1eighbour'],
  [/\b([Cc])entered\b/u, '$1entred'],
  [/\b([Cc])enter\b/u, '$1entre'],
  [/\b([Aa])nalyzing\b/u, '$1nalysing'],
  [/\b([Ff])iber/u, '$1ibre'],
  [/\b([Dd])efense\b/u, '$1efence'],
  [/\b([Tt])raveling\b/u, '$1ravelling'],
];

export const otherSpelling: Change = (title) => {
  const text = spellings.reduce((now, [from, to]) => (now === title ? now.replace(from, to) : now), title);
  return text === title ? null : plain(text);
};

export const withoutSubtitle: Change = (title) => {
  const main = /^([^:?]{25,}?)\s?:\s/u.exec(title)?.[1];
  // With fewer words a main part is no name ("A Survey").
  return main === undefined || main.split(' ').length < 6 ? null : plain(main);
};

const tails = [' with Missing Labels', ' for Rotating Drums', ' under Heavy Rain', ' in Small Villages'] as const;
const heads = ['Beyond ', 'Robust ', 'Parallel ', 'Against '] as const;

/** Another title that has this one in it, or differs from it by a word. */
export const decoys: Readonly<Record<string, Change>> = {
  'longer by an ending': (title, random) => (/[?!.:]/u.test(title) ? null : plain(title + random.pick(tails))),
  'longer by a beginning': (title, random) => plain(random.pick(heads) + title),
  'one word another': (title, random) => {
    const words = title.split(' ');
    const places = words.flatMap((word, at) => (/^\p{L}{5,}$/u.test(word) ? [at] : []));
    const at = places[random.below(places.length)];
    if (at === undefined) return null;
    const other = random.pick(['Kitchen', 'Glacier', 'Violin', 'Harvest', 'Marble']);
    return plain(words.map((word, nth) => (nth === at ? other : word)).join(' '));
  },
  'the opposite': (title) => {
    const text = title.replace(
      /\b([Ss]upervised|[Cc]onvex|[Ll]inear|[Pp]arametric|[Uu]niform|[Ss]tationary|[Dd]irected|[Ss]mooth)\b/u,
      (word) => (word.toLowerCase() === 'supervised' ? 'unsupervised' : `non-${word.toLowerCase()}`),
    );
    return text === title ? null : plain(text);
  },
  'another number': (title) => {
    const text = title.replace(/\b([1-8])(?=D\b|-|\b)/u, (digit) => String(Number(digit) + 1));
    return text === title ? null : plain(text);
  },
  plural: (title) => (/\p{Ll}{3}[^s\P{Ll}]$/u.test(title) && !title.endsWith('y') ? plain(`${title}s`) : null),
};
