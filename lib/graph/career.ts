// Institutions and advisors in what sources say of a person's career, a line of text each. Only what is written as such
// lines are ("… at Google, New York", "…, Peking University, 2018, advised by René Vidal") is read; all else is left out. Pure.
import { namePerson } from '../paper/names/person-id.ts';
import type { Person, TextClaim } from '../paper/schema.ts';
import type { GraphTie } from './schema.ts';

const YEARS = /\b(1[89]\d\d|20\d\d)\b(?:\s*(?:-|–|to)\s*(1[89]\d\d|20\d\d)\b)?/u;
const ADVISED = /\badvis(?:ed by|or[:,]?)\s+(\p{Lu}[^,;()]{2,60})/iu;
const AT = /\bat (?:the )?(\p{Lu}[^,;()]{1,80})/u;
/** A part of a line that names a place of study or work by itself. */
const NAMED = /\b(?:universit|college|institut|school of|laborator)/iu;

function placeIn(kind: GraphTie['kind'], text: string): string | null {
  const at = AT.exec(text)?.[1]?.trim();
  const parts = text.split(/[,;]/u).map((part) => part.trim());
  const named = parts.find((part) => NAMED.test(part) && part.length <= 80);
  // "PhD, The University of Texas at Austin"; "Professor at the University of Texas at Austin".
  const found = kind === 'degree' ? (named ?? at) : (at ?? named);
  return found?.replace(/^the /iu, '') ?? null;
}

function tieOf(kind: Exclude<GraphTie['kind'], 'advisor'>, text: string, saidBy: string[]): GraphTie[] {
  const name = placeIn(kind, text);
  if (name === null) return [];
  const [, from, to] = YEARS.exec(text) ?? [];
  const last = to ?? from;
  const year = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
  return [{ kind, name, from: to === undefined ? null : year(from), to: year(last), saidBy }];
}

/** @param nameOf what a source is called, by its id */
export function careerOf(person: Person, nameOf: (source: string) => string): GraphTie[] {
  const said = ({ sources }: TextClaim): string[] => [...new Set(sources.map(nameOf))];
  const degrees = person.degree === null ? [] : person.degree.value.split(';');
  return [
    ...(person.position === null ? [] : tieOf('works-at', person.position.value, said(person.position))),
    ...person.pastPositions.flatMap((claim) => tieOf('was-at', claim.value, said(claim))),
    ...degrees.flatMap((text): GraphTie[] => {
      const saidBy = person.degree === null ? [] : said(person.degree);
      const advisor = ADVISED.exec(text)?.[1]?.trim();
      const ties = tieOf('degree', text, saidBy);
      if (advisor === undefined) return ties;
      const by: GraphTie = {
        kind: 'advisor',
        name: advisor,
        person: namePerson(advisor),
        from: null,
        to: ties[0]?.to ?? null,
        saidBy,
      };
      return [...ties, by];
    }),
  ];
}
