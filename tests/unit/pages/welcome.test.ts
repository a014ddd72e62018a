// The listing of the welcome page says what the bundled catalog says.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listed } from '../../../components/welcome/listing.tsx';

interface Seed {
  arxivId: string | null;
  titles: { value: string }[];
  authors: string[];
  venues: { value: string }[];
  categories: string[];
}
// Our own file, checked by `npm run catalog`.
const seeds = JSON.parse(readFileSync(new URL('../../../seeds/papers.json', import.meta.url), 'utf8')) as Seed[];

it.each(listed)('$arxivId', ({ arxivId, title, authors, comments, subjects }) => {
  const seed = seeds.find((one) => one.arxivId === arxivId);
  expect(seed?.titles.map(({ value }) => value)).toContain(title);
  expect(seed?.authors).toEqual(authors);
  expect(seed?.venues[0]?.value.split(',')[0]).toBe(comments);
  expect(subjects.map((subject) => /\(([^)]+)\)$/u.exec(subject)?.[1])).toEqual(seed?.categories);
});
