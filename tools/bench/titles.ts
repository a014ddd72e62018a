// Papers for measurements: the real ones where they are there, and as many more as asked, made from a seed. What is
// made looks like what is real: its titles are put together from two or three words at a time of real titles (or, where
// there are none, of made ones), so that words, lengths and common beginnings are spread as in a real catalog.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { chance } from '../chance.ts';

/** What a dump says of a paper, before it is a record. */
export interface MadePaper {
  title: string;
  authors: string[];
  year: number;
  arxivId?: string;
  doi?: string;
  venue?: string;
}

const oneOf = <T>(values: readonly T[], random: () => number): T => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
};

const beginnings = 'a ba be bi bo ca ce co cu da de di do e fa fe fi ga ge gra ha he i ka ko la le li lo ma me mi mo mu'
  .split(' ')
  .concat(
    'na ne ni no o pa pe po pro qua ra re ri ro sa se si so sta ta te the ti to tra u va ve vi xe ya ze'.split(' '),
  );
const endings =
  'ble cal ce cy der ding dle fic gen gy lar lic ling ment mic mon nal nce nets ning ns ral ric ring rs ry'
    .split(' ')
    .concat('se sis sor ss st sts ted ter tes tic tics tion tions tive tors try ture tures ty ves'.split(' '));
const joints = 'of for with in from and on by via using under without a the to over between'.split(' ');

function madeWord(random: () => number): string {
  let word = '';
  for (let parts = 1 + Math.floor(random() * 2.6); parts > 0; parts--) word += oneOf(beginnings, random);
  return word + oneOf(endings, random);
}

/** Base titles where there are no real ones: 20,000 words of a vocabulary in which a few are very common (Zipf). */
export function madeTitles(count: number, seed: number): string[] {
  const { next: random } = chance(seed);
  const words = Array.from({ length: 20_000 }, () => madeWord(random));
  const common = (): string => words[Math.floor(words.length ** random()) - 1] ?? 'learning';
  return Array.from({ length: count }, () => {
    const length = 3 + Math.floor((random() + random()) * 6.5);
    const title = Array.from({ length }, (_, at) =>
      at % 3 === 2 && random() < 0.8 ? oneOf(joints, random) : common(),
    );
    if (random() < 0.24 && length > 5) title[1] = `${title[1] ?? ''}:`;
    const text = title.join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
}

const ArxivLine = z.object({
  arxiv: z.string(),
  title: z.string(),
  authorsRaw: z.optional(z.nullable(z.string())),
  year: z.optional(z.nullable(z.number())),
  doi: z.optional(z.nullable(z.string())),
});
const VenueLine = z.object({
  title: z.string(),
  authors: z.optional(z.array(z.string())),
  venue: z.optional(z.string()),
  year: z.optional(z.number()),
});

const lines = (file: string): unknown[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

/** The real papers below a folder `titles/`, dirty as they are. */
export function realPapers(shared: string): MadePaper[] {
  const arxiv = lines(join(shared, 'titles/arxiv-astroph-144k.jsonl.gz')).map((line): MadePaper => {
    const { arxiv: arxivId, title, authorsRaw, year, doi } = ArxivLine.parse(line);
    return {
      title,
      authors: (authorsRaw ?? '').split(/,\s*|\s+and\s+/u).filter((name) => name.trim() !== ''),
      year: year ?? 2000,
      arxivId,
      ...(typeof doi === 'string' && doi !== '' ? { doi: doi.toLowerCase() } : {}),
    };
  });
  const venues = lines(join(shared, 'titles/paperlists.jsonl.gz')).map((line): MadePaper => {
    const { title, authors, venue, year } = VenueLine.parse(line);
    return { title, authors: authors ?? [], year: year ?? 2000, ...(venue === undefined ? {} : { venue }) };
  });
  return [...arxiv, ...venues].filter(({ title }) => title.trim() !== '');
}

const venueNames = 'NeurIPS ICML ICLR CVPR ACL EMNLP AAAI IJCAI KDD SIGIR JMLR TPAMI'.split(' ');

/** A new-style arXiv id that no other number gets: 99,999 a month from April 2007 on. */
function arxivIdOf(number: number): string {
  const month = 3 + Math.floor(number / 99_999);
  const year = 7 + Math.floor(month / 12);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(year)}${two((month % 12) + 1)}.${String((number % 99_999) + 1).padStart(5, '0')}`;
}

/** Made papers without end, from the words of `base`. The same for the same base and seed. */
export function* madePapers(base: readonly string[], seed: number): Generator<MadePaper, never> {
  const { next: random } = chance(seed);
  const split = base.map((title) => title.split(/\s+/u));
  const families = Array.from({ length: 40_000 }, () => madeWord(random)).map(capital);
  const givens = Array.from({ length: 3000 }, () => madeWord(random)).map(capital);
  for (let number = 0; ; number++) {
    const length = oneOf(split, random).length;
    const words: string[] = [];
    while (words.length < length) {
      const from = oneOf(split, random);
      const start = Math.floor(random() * from.length);
      words.push(...from.slice(start, start + 2 + Math.floor(random() * 2)));
    }
    const authors = Array.from({ length: 1 + Math.floor(random() * random() * 9) }, () => {
      const family = families[Math.floor(families.length ** random()) - 1] ?? 'Moreau';
      return `${oneOf(givens, random)} ${family}`;
    });
    yield {
      title: capital(words.slice(0, Math.max(3, length)).join(' ')),
      authors,
      year: 1991 + Math.floor(random() * 35),
      ...(number % 3 === 2 ? {} : { arxivId: arxivIdOf(number) }),
      ...(number % 3 === 0 ? {} : { doi: `10.5555/byline.${number}` }),
      ...(number % 4 === 0 ? { venue: oneOf(venueNames, random) } : {}),
    };
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Exactly `count` papers: the real ones first, then made ones. */
export function* papersFor(count: number, shared: string | null): Generator<MadePaper> {
  const real = shared === null ? [] : realPapers(shared);
  let given = 0;
  for (const paper of real) {
    if (given++ >= count) return;
    yield paper;
  }
  const base = real.length > 0 ? real.map(({ title }) => title) : madeTitles(60_000, 7);
  for (const paper of madePapers(base, 11)) {
    if (given++ >= count) return;
    yield paper;
  }
}
