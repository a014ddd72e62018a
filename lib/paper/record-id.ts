// The id of a paper that a dump names only by its facts. Ids are stored, so they can never change.
import { hashOf } from '../text/string-hash.ts';
import { arxivKey, doiKey } from './keys.ts';
import { earlierAuthorKey } from './names/earlier-key.ts';
import type { PaperRecord } from './record.ts';
import { PaperId } from './schema.ts';
import { storedTitleKey } from './title-key.ts';

/** The facts of a record that its id is made of. */
export type NamingFacts = Pick<PaperRecord, 'title' | 'authors' | 'year' | 'arxivId' | 'doi'>;

const hex = (number: number): string => number.toString(16).padStart(8, '0');

/** `arxiv:1912.10077`, else `doi:10.1000/182`, else `title:` and a hash of title, first author and year. */
export function recordId(record: NamingFacts): PaperId {
  for (const id of [
    record.arxivId === undefined ? null : arxivKey(record.arxivId),
    record.doi === undefined ? null : doiKey(record.doi),
  ])
    if (id !== null && PaperId.safeParse(id).success) return id;
  const [one, other] = hashOf(
    `${storedTitleKey(record.title)}|${earlierAuthorKey(record.authors?.[0] ?? '')}|${record.year ?? ''}`,
  );
  return `title:${hex(one)}${hex(other)}`;
}
