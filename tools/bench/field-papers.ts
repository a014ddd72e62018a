// A field's papers for measurements, as the stand-in serves them: titles and names as in all measurements, spread over the
// working days before a day, with abstracts of as many words as real ones have.
import type { MadeUpPaper } from '../stand-in/papers.ts';
import { chance } from '../chance.ts';
import { papersFor } from './titles.ts';

const DAY = 86_400_000;
/** The words of an abstract of arXiv, about. */
const WORDS = 160;

/** @param today the newest day; @param days back from it that have papers; @param from how many papers are left out before */
export function fieldPapers(
  count: number,
  { today, days, shared, from = 0 }: { today: string; days: number; shared: string | null; from?: number },
): MadeUpPaper[] {
  const { next } = chance(11);
  const made = [...papersFor(from + count, shared)].slice(from);
  // Common words come as often as in titles.
  const words = made.slice(0, 20_000).flatMap(({ title }) => title.toLowerCase().split(' '));
  const abstract = (): string =>
    `We ${Array.from({ length: WORDS }, (_, at) => `${words[Math.floor(next() * words.length)] ?? ''}${at % 20 === 19 ? '.' : ''}`).join(' ')}`;
  return made.map(({ title, authors, doi }, at) => {
    const day = new Date(Date.parse(today) - Math.floor((days * (count - 1 - at)) / count) * DAY)
      .toISOString()
      .slice(0, 10);
    return {
      id: `${day.slice(2, 4)}${day.slice(5, 7)}.${String((from + at) % 100_000).padStart(5, '0')}`,
      created: day,
      datestamp: day,
      categories: at % 3 === 0 ? ['cs.LG', 'stat.ML'] : ['cs.LG'],
      title,
      authors: authors.map((name): [string, string] => {
        const parts = name.split(' ');
        return [parts.slice(0, -1).join(' '), parts.at(-1) ?? name];
      }),
      comments: at % 3 === 0 ? `${at % 30} pages` : null,
      journalRef: null,
      abstract: doi === undefined ? abstract() : `${abstract()} ${doi}`,
    };
  });
}
