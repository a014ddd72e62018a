// Papers and people of the catalog as a graph has them. Pure.
import { titleOf, type Paper, type Person } from '../paper/schema.ts';
import { titleParts } from '../text/title-parts.ts';
import { tiesOf } from './career.ts';
import type { GraphPerson, GraphWork } from './schema.ts';

/** A title in one line of plain text: a canvas sets no formulas. */
const plainTitle = (title: string): string =>
  titleParts(title)
    .map((part) => (typeof part === 'string' ? part : part.tex.replace(/\\(?=[a-zA-Z])|[{}]/gu, '')))
    .join('');

export const graphWork = (paper: Paper): GraphWork => ({
  id: paper.id,
  title: plainTitle(titleOf(paper)),
  year: paper.years[0]?.value ?? null,
  authors: paper.authors.map(({ person, name }) => ({ id: person, name })),
  topics: paper.topics,
});

/** @param idOf the person of whom packs know that name, for advisors; null where nobody or several are */
export const graphPeople = (
  people: readonly Person[],
  nameOf: (source: string) => string,
  idOf: (name: string) => string | null,
): GraphPerson[] =>
  people.map((person) => ({
    id: person.id,
    name: person.name,
    ties: tiesOf(person, nameOf).map((tie) => {
      const id = tie.kind === 'advisor' ? idOf(tie.name) : null;
      return id === null ? tie : { ...tie, person: id };
    }),
  }));
