// Ids that cannot all be right, in words: two of one kind are two people until the reader says otherwise.
import type { JSX } from 'react';
import { list, t } from '../../../lib/i18n/i18n.ts';
import type { AuthorPage, NamesakeRow } from '../../../lib/views/explore/schema.ts';
import { namesakeWords, SayTheSame } from './same-person.tsx';

/** Namesakes whose ids are told of. */
const MAX_TOLD = 6;

const sites: Readonly<Record<string, string>> = { orcid: 'ORCID', dblp: 'dblp', openreview: 'OpenReview' };

/** `orcid:0000-0002-1825-0097` as people write it. */
const written = (ids: readonly string[]): string => list(ids.map((id) => id.slice(id.indexOf(':') + 1)));
const siteOf = (id: string): string => {
  const kind = id.slice(0, Math.max(0, id.indexOf(':')));
  return sites[kind] ?? kind;
};

/** Somebody is worth a word who shares an id or a co-author with the author, and is kept apart all the same. */
function conflictOf(other: NamesakeRow): string | null {
  const about = `${other.name}, ${namesakeWords(other)}`;
  const tie = other.lines.find(({ kind, weight }) => weight > 0 && (kind === 'ids' || kind === 'coauthors'));
  const [differs] = other.otherIds;
  if (tie === undefined) return null;
  if (differs !== undefined) {
    const site = siteOf(differs.here[0] ?? '');
    return t('conflictIds', site, written(differs.here), written(differs.there), about);
  }
  const shared = tie.kind === 'ids' ? tie.ids.find((id) => siteOf(id) !== 'known') : undefined;
  return shared === undefined ? null : t('conflictShared', siteOf(shared), written([shared]), about);
}

export function Conflicts({ page: { namesakes, ids } }: { page: AuthorPage }): JSX.Element | null {
  const told = namesakes.flatMap((other) => {
    const words = conflictOf(other);
    return words === null ? [] : [{ other, words }];
  });
  const several = [...new Set(ids.map(siteOf))].flatMap((site) => {
    const own = ids.filter((id) => siteOf(id) === site);
    return own.length > 1 ? [t('conflictSeveral', site, written(own))] : [];
  });
  if (told.length + several.length === 0) return null;
  return (
    <div className="x-standing x-conflicts">
      <h3>{t('conflicts')}</h3>
      <ul>
        {several.map((words) => (
          <li key={words}>{words}</li>
        ))}
        {told.slice(0, MAX_TOLD).map(({ other, words }) => (
          <li key={other.paper}>
            {words} <SayTheSame other={other} />
          </li>
        ))}
      </ul>
    </div>
  );
}
