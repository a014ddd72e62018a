// Names, year, journal, volume and pages from an entry's labelled tokens.
import type { Likeliest, TitleSpan } from './chain.ts';
import { label, TITLE } from './labels.ts';
import { kind, type Tokens } from './tokens.ts';
import { trimmedOf } from './trimmed.ts';

/** The labels where one stretch alone is the title, or none is. */
export function withTitle({ labels, chances }: Likeliest, title: TitleSpan | null): Likeliest {
  const others = labels.map((one) => (one === TITLE ? label.note : one));
  if (title !== null) others.fill(TITLE, title.from, title.to + 1);
  return { labels: others, chances };
}

interface Stretch {
  from: number;
  to: number;
  /** Of its least certain token. */
  chance: number;
}

/** The stretches of tokens with one of these labels, in order. */
export function labelStretches({ labels, chances }: Likeliest, wanted: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  let open: Stretch | null = null;
  for (let at = 0; at < labels.length; at += 1) {
    if (!wanted.includes(labels[at] ?? 0)) {
      open = null;
      continue;
    }
    if (open === null) {
      open = { from: at, to: at, chance: chances[at] ?? 0 };
      found.push(open);
    } else {
      open.to = at;
      open.chance = Math.min(open.chance, chances[at] ?? 0);
    }
  }
  return found;
}

export const tokenText = (text: string, { start, end }: Tokens, { from, to }: { from: number; to: number }): string =>
  text.slice(start[from] ?? 0, end[to] ?? 0);

const yearIn = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/u;

/** The year of the first date; null where none is certain. */
export function yearInDates(text: string, tokens: Tokens, all: Likeliest): number | null {
  const { labels } = all;
  for (const stretch of labelStretches(all, [label.date])) {
    const [, year] = yearIn.exec(tokenText(text, tokens, stretch)) ?? [];
    if (year !== undefined) return Number(year);
  }
  const years = new Set<string>();
  for (let at = 0; at < labels.length; at += 1) {
    if (labels[at] === TITLE || labels[at] === label.pages || labels[at] === label.address) continue;
    const token = text.slice(tokens.start[at], tokens.end[at]);
    if (tokens.kind[at] === kind.year || tokens.kind[at] === kind.range || tokens.kind[at] === kind.mixed)
      for (const [year] of token.matchAll(/(?<![\d.:/–-])(?:1[89]|20)\d\d(?![\d–-]|\.\d)/gu)) years.add(year);
  }
  const [only] = years;
  return years.size === 1 && only !== undefined ? Number(only) : null;
}

/** The journal, or what contains the work, without the words that lead to it. */
export function venueIn(text: string, tokens: Tokens, all: Likeliest): string | null {
  const [found] = [...labelStretches(all, [label.journal]), ...labelStretches(all, [label.container])].filter(
    ({ chance }) => chance > 0.5,
  );
  if (found === undefined) return null;
  const written = trimmedOf(tokenText(text, tokens, found), '"“”«»„‘’.,;:(', '"“”«»„‘’,;:(');
  const venue = trimmedOf(written.replace(/^(?:in|dans|em|en)(?:\s|\s?:)/iu, ''), '"“”«»„‘’.,;:(', '').replace(
    /(?<=\p{Ll}{4})\.$/u,
    '',
  );
  return /\p{L}{2}/u.test(venue) ? venue : null;
}
