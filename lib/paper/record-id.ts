// What a paper and a person are called when a dump names them only by their facts. Pure.
import { PaperId, type PersonId } from './schema.ts';
import { authorKey } from './names/names.ts';
import { hashOf } from '../text/string-hash.ts';
import type { PaperRecord } from './record.ts';

/** The facts of a record that its id is made of. */
export type NamingFacts = Pick<PaperRecord, 'title' | 'authors' | 'year' | 'arxivId' | 'doi'>;

const withoutVersion = (arxivId: string): string => arxivId.toLowerCase().replace(/v\d+$/, '');

/** The keys under which a pack finds a paper by arXiv id or DOI. */
export const arxivKey = (arxivId: string): string => `arxiv:${withoutVersion(arxivId)}`;
export const doiKey = (doi: string): string => `doi:${doi.toLowerCase()}`;

const hex = (number: number): string => number.toString(16).padStart(8, '0');

/** `arxiv:1912.10077`, else `doi:10.1000/182`, else `title:` and a hash of title, first author and year. */
export function recordId(record: NamingFacts): PaperId {
  for (const id of [
    record.arxivId === undefined ? null : arxivKey(record.arxivId),
    record.doi === undefined ? null : doiKey(record.doi),
  ])
    if (id !== null && PaperId.safeParse(id).success) return id;
  const words = record.title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const [one, other] = hashOf(`${words}|${authorKey(record.authors?.[0] ?? '')}|${record.year ?? ''}`);
  return `title:${hex(one)}${hex(other)}`;
}

/** All keys under which the ids table holds a record: its own id, arXiv id, DOI. */
export function idKeys(record: Pick<PaperRecord, 'id' | 'arxivId' | 'doi'>): string[] {
  const keys = [record.id];
  if (record.arxivId !== undefined) {
    const key = arxivKey(record.arxivId);
    if (key !== record.id) keys.push(key);
  }
  if (record.doi !== undefined) {
    const key = doiKey(record.doi);
    if (key !== record.id) keys.push(key);
  }
  return keys;
}

/** The person of whom a pack knows only a name: the same for every pack and every spelling of one `authorKey`. */
export function namePerson(name: string): PersonId {
  const key = authorKey(name);
  if (/^[a-z0-9]+(?: [a-z0-9]+)?$/.test(key)) return `n-${key.replace(' ', '-')}`;
  // Letters that an id can't have, four digits each; `authorKey` keeps such names short enough.
  return `n--${Array.from({ length: key.length }, (_, at) => key.charCodeAt(at).toString(16).padStart(4, '0')).join('')}`;
}

/** The `authorKey` of a person that `namePerson` named; null for all others. */
export function keyOfPerson(id: PersonId): string | null {
  if (id.startsWith('n--')) {
    const units = id.slice(3).match(/[0-9a-f]{4}/g) ?? [];
    return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  }
  return id.startsWith('n-') ? id.slice(2).replace('-', ' ') : null;
}
