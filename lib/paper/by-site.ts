// Whose word counts for a paper of which several packs and sites say something. A paper's own place speaks for it: arXiv
// for an arXiv id, the publisher of its DOI, a place that a pack names, the site where the reader saved it. Another site
// adds links and mentions of code under its own name, and is shown where it contradicts; it replaces nothing, fills no
// gap, and ties no two papers together. Pure.
import { codeAddressKey, parseCodeAddress } from './code-address.ts';
import { paperKeys, type KeyFacts } from './keys.ts';
import { mergeCode, mergePapers } from './merge.ts';
import type { PageRole } from './page-fact.ts';
import { factsOfPaper, type PaperFacts } from './paper-facts.ts';
import type { PaperRecord } from './record.ts';
import { groupPapers, isAnother, sameByTitle } from './same-paper.ts';
import type { CodeLink, Paper } from './schema.ts';
import { canonical } from '../text/tokens.ts';
import { isPublisher, ownPlaces } from '../sites/publishers.ts';
import { siteIdOf, siteNameOf } from '../sites/site-name.ts';
import { isUntitled } from './untitled.ts';

/** A page that says something of a paper. */
export interface PageSpeaker {
  kind: 'page';
  /** The site's name, which tells sites apart. */
  site: string;
  /** The page's address. */
  page: string;
  role: PageRole;
  /** Packs' ids of the paper that the record was found to be of. */
  also: readonly string[];
}

/** Who says a record: a pack; the reading list, with the site where the paper was saved (null: packs said it); a page. */
export type Speaker = { kind: 'pack' } | { kind: 'saved'; site: string | null } | PageSpeaker;

export interface Spoken {
  record: PaperRecord;
  paper: Paper;
  speaker: Speaker;
}

/** What a page of another site says of a paper. */
export interface OtherWord {
  site: string;
  role: PageRole;
  paper: Paper;
}

/** One paper out of a group of records. */
export interface JoinedPaper {
  paper: Paper;
  /** Every id that those who count know it by; the first is `paper.id`. */
  ids: readonly string[];
  /** The site whose page or saved facts come first; null where a pack does. */
  site: string | null;
  /** The pages whose word counts, the first first, each with its record's id. */
  pages: readonly { site: string; id: string }[];
  /** What other sites say. */
  others: readonly OtherWord[];
  /** What tells authors from others of the name, as records print both. */
  authorIds: readonly { name: string; id: string }[];
}

type Ids = Pick<PaperRecord, 'arxivId' | 'doi'> | Pick<Paper, 'arxivId' | 'doi'>;

/** Whether a site is a paper's own place, as far as the paper's identifiers say; of one that has none whose publisher is
 *  known, the publisher whose page it is. What a page cites is the word of its authors, not of the site. */
export function isOwnPlace({ site, role }: { site: string; role: PageRole }, ids: Ids): boolean {
  const id = siteIdOf(site);
  if (id === null || role === 'cited') return false;
  const places = ownPlaces(ids);
  return places.length > 0 ? places.includes(id) : role === 'about' && isPublisher(id);
}

/** Whether a record's identifiers can be believed to be one paper's. */
function isTrusted({ speaker, record }: Spoken): boolean {
  if (speaker.kind === 'page') return isOwnPlace(speaker, record);
  return speaker.kind === 'pack' || speaker.site === null || isOwnPlace({ site: speaker.site, role: 'about' }, record);
}

const hasIds = ({ arxivId, doi }: PaperRecord): boolean => arxivId !== undefined || doi !== undefined;

/** A record with the identifiers that its speaker can vouch for: a site for those whose own place it is. */
function vouchedFor({ speaker, record: { id, arxivId, doi } }: Spoken): KeyFacts {
  if (speaker.kind !== 'page') return { id, arxivId, doi };
  const can = (ids: Ids): boolean => isOwnPlace(speaker, ids);
  return {
    id,
    arxivId: arxivId !== undefined && can({ arxivId }) ? arxivId : null,
    doi: doi !== undefined && can({ doi }) ? doi : null,
  };
}

const alsoOf = ({ speaker }: Spoken): readonly string[] => (speaker.kind === 'page' ? speaker.also : []);

/** The ids that a record brings others of its paper by: of one that can't be believed its own id alone. */
export const bindingKeys = (one: Spoken): string[] => [
  ...alsoOf(one),
  ...(isTrusted(one) ? paperKeys(vouchedFor(one)) : [one.record.id]),
];

/**
 * Groups of records that are one paper each, as `groupPapers` does it, each in the order given. A page's identifier of
 * another place (arXiv's DOI of the journal) counts where titles or people are alike. A record that can't be believed
 * joins one group at most: by its own id, or by its title where it has no identifier.
 */
export function groupSpoken<T extends Spoken>(records: readonly T[]): T[][] {
  const trusted = records.filter(isTrusted);
  const groups = groupPapers(trusted.map((one) => ({ one, paper: { ...one.paper, ...onlyIds(one) } }))).map((group) =>
    group.map(({ one }) => one),
  );
  if (records.every(({ speaker }) => speaker.kind !== 'page') && trusted.length === records.length) return groups;
  const byKey = new Map<string, T[]>();
  const byTitle = new Map<string, { facts: PaperFacts; group: T[] }[]>();
  const add = (keys: readonly string[], facts: PaperFacts, group: T[]): void => {
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, group);
    for (const title of new Set(facts.titles.map(canonical)))
      byTitle.set(title, [...(byTitle.get(title) ?? []), { facts, group }]);
  };
  for (const group of groups)
    for (const one of group) add([...paperKeys(onlyIds(one)), ...bindingKeys(one)], factsOfPaper(one.paper), group);
  for (const one of trusted) {
    const own = byKey.get(one.record.id);
    const facts = factsOfPaper(one.paper);
    for (const key of paperKeys(one.record)) {
      const other = byKey.get(key);
      if (own === undefined || other === undefined || other === own) continue;
      if (other.some(({ paper }) => isAnother(facts, factsOfPaper(paper)))) continue;
      own.push(...other.splice(0));
      for (const [known, group] of byKey) if (group === other) byKey.set(known, own);
      for (const place of [...byTitle.values()].flat()) if (place.group === other) place.group = own;
    }
  }
  const named = records.filter((one) => !isTrusted(one) && hasIds(one.record));
  for (const one of [...named, ...records.filter((other) => !isTrusted(other) && !hasIds(other.record))]) {
    const keys = bindingKeys(one);
    const facts = factsOfPaper(one.paper);
    const titled = hasIds(one.record) ? [] : facts.titles.flatMap((title) => byTitle.get(canonical(title)) ?? []);
    const home =
      keys.map((key) => byKey.get(key)).find((group) => group !== undefined) ??
      titled.find(({ group, facts: other }) => group.length > 0 && sameByTitle(other, facts))?.group;
    const group = home ?? [];
    if (home === undefined) groups.push(group);
    group.push(one);
    add(keys, facts, group);
  }
  const order = new Map(records.map((one, at) => [one, at]));
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)));
}

/** The identifiers by which a paper is grouped: a pack's as its whole record has them. */
const onlyIds = (one: Spoken): KeyFacts & Pick<Paper, 'id' | 'arxivId' | 'doi'> => {
  if (one.speaker.kind !== 'page') return one.paper;
  const { id, arxivId, doi } = vouchedFor(one);
  return { id, arxivId: arxivId ?? null, doi: doi ?? null };
};

const pagesOf = (group: readonly Spoken[]): (Spoken & { speaker: PageSpeaker })[] =>
  group.flatMap(({ speaker, ...rest }) => (speaker.kind === 'page' ? [{ ...rest, speaker }] : []));

/** The records whose word counts, the first first; never none of some. `isOwn`: the pages speak for the paper. */
function leadsOf(group: readonly Spoken[]): { leads: readonly Spoken[]; isOwn: boolean } {
  const packs = group.filter(({ speaker }) => speaker.kind === 'pack');
  const saved = group.filter(({ speaker }) => speaker.kind === 'saved');
  const pages = pagesOf(group);
  const places = group.filter(isTrusted).flatMap(({ paper }) => ownPlaces(paper));
  const named = packs.flatMap(({ paper }) => paper.links.map((link) => siteNameOf(link)));
  /** arXiv before the publisher, and these before places that a pack names. */
  const rank = (site: string): number => {
    const at = places.indexOf(siteIdOf(site) ?? '');
    return at >= 0 ? at : named.includes(site) ? places.length : Infinity;
  };
  const own = pages
    .filter(({ speaker }) => speaker.role !== 'cited' && rank(speaker.site) < Infinity)
    .toSorted((one, other) => rank(one.speaker.site) - rank(other.speaker.site));
  if (packs.length > 0 || own.length > 0) return { leads: [...packs, ...own], isOwn: true };
  const sites = saved.map(({ speaker }) => (speaker.kind === 'saved' ? speaker.site : null));
  if (saved.length > 0)
    return { leads: [...saved, ...pages.filter(({ speaker }) => sites.includes(speaker.site))], isOwn: false };
  const publishers = pages.filter(({ speaker, record }) => isOwnPlace(speaker, record));
  if (publishers.length > 0) return { leads: publishers, isOwn: true };
  // Nobody's own place has spoken: one that has the title, no mere citation, a site that is known, its page of the paper,
  // who spoke first.
  const isLast: ((one: Spoken & { speaker: PageSpeaker }) => boolean)[] = [
    ({ record }) => isUntitled(record),
    ({ speaker }) => speaker.role === 'cited',
    ({ speaker }) => siteIdOf(speaker.site) === null,
    ({ speaker }) => speaker.role !== 'about',
  ];
  const order = (one: Spoken & { speaker: PageSpeaker }): string => isLast.map((is) => Number(is(one))).join('');
  const [first] = pages.toSorted((one, other) => Number(order(one)) - Number(order(other)));
  return { leads: first === undefined ? group : [first], isOwn: false };
}

/** The page is a repository's, which says of itself that it is this paper's code. */
const isReadme = (url: string, page: string, record: PaperRecord): boolean =>
  hasIds(record) && codeAddressKey(parseCodeAddress(page)?.url ?? '') === codeAddressKey(url);

/** Nobody's code is official because some site says so. */
const unofficial = (code: readonly CodeLink[], { speaker, record }: Spoken): CodeLink[] =>
  code.map((link) => ({
    ...link,
    official: speaker.kind === 'page' && isReadme(link.url, speaker.page, record) ? link.official : null,
  }));

/** Whether a name that says a fact is only a host: a site that Byline does not know. */
export const isHostAlone = (name: string): boolean =>
  siteIdOf(name) === null && /^…?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name);

/** Maximum code links and places that a page adds to another site's paper. */
const MAX_ADDED = 5;

/** Another site's links: those to itself, and code, which it only mentions. */
function addedBy(one: Spoken & { speaker: PageSpeaker }): OtherWord {
  const { paper, speaker } = one;
  const { site } = speaker;
  const isKnown = siteIdOf(site) !== null;
  const code = unofficial(paper.code.slice(0, MAX_ADDED), one).map((link): CodeLink => {
    const { why } = link;
    // Only a site that Byline knows has a place for code.
    return (isKnown && why === 'site') || why === undefined || why === 'cited' || why === 'note'
      ? link
      : { ...link, why: 'text' };
  });
  const links = paper.links.filter((link) => siteNameOf(link) === site).slice(0, MAX_ADDED);
  return { site, role: speaker.role, paper: { ...paper, code, links } };
}

/** The one paper that a group of records is. */
export function joinSpoken(group: readonly Spoken[]): JoinedPaper {
  const { leads, isOwn } = leadsOf(group);
  const speaker = leads[0]?.speaker;
  const papers = leads.map((one) =>
    one.speaker.kind === 'page' && !isOwn ? { ...one.paper, code: unofficial(one.paper.code, one) } : one.paper,
  );
  const [first, ...rest] = papers;
  if (first === undefined) throw new Error('no records to join');
  const paper = mergePapers([first, ...rest]);
  const records = new Set(leads.map(({ record }) => record));
  const counted = group.filter((one) => records.has(one.record) || isTrusted(one));
  const ids = [
    paper.id,
    ...counted.flatMap((one) => [...paperKeys(onlyIds(one)), ...paperKeys(vouchedFor(one))]),
    ...group.flatMap(({ record }) => (hasIds(record) ? [] : [record.id])),
  ];
  return {
    paper,
    ids: [...new Set(ids)],
    site: speaker === undefined || speaker.kind === 'pack' ? null : speaker.site,
    pages: pagesOf(leads).map(({ speaker, record }) => ({ site: speaker.site, id: record.id })),
    others: pagesOf(group).flatMap((one) => (records.has(one.record) ? [] : [addedBy(one)])),
    authorIds: counted.flatMap(({ record: { authors = [], authorIds = [] } }) =>
      authors.flatMap((name, at) => {
        const id = authorIds[at] ?? null;
        return id === null ? [] : [{ name, id }];
      }),
    ),
  };
}

/** A paper with what other sites add to it, as a card shows it. */
export function withAdded(paper: Paper, others: readonly OtherWord[]): Paper {
  return {
    ...paper,
    code: mergeCode(
      paper.code,
      others.flatMap(({ paper: other }) => other.code),
    ),
    links: [...new Set([...paper.links, ...others.flatMap(({ paper: other }) => other.links)])],
  };
}

/** A paper with the code that sites which Byline knows have in their place for it: what the reading list keeps of other
 *  sites. The rest is theirs, and is gone with the session. */
export const withCodePlaces = (paper: Paper, others: readonly OtherWord[]): Paper => ({
  ...paper,
  code: mergeCode(
    paper.code,
    others.flatMap(({ paper: other }) => other.code.filter(({ why }) => why === 'site')),
  ),
});
