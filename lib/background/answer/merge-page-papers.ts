// What is kept of papers when pages say more of them: site by site, the fuller word stays, and a paper has only so much. Pure.
import { isOwnPlace } from '../../paper/by-site.ts';
import { codeAddressKey } from '../../paper/code-address.ts';
import { isUntitled } from '../../paper/untitled.ts';
import { PageRole } from '../../paper/page-fact.ts';
import { factsOfRecord } from '../../paper/paper-facts.ts';
import type { RecordCode } from '../../paper/record.ts';
import { isAnother } from '../../paper/same-paper.ts';
import { CodeWhy } from '../../paper/schema.ts';
import { wordsOfPages, type KeptWord, type PagePaper } from './page-paper.ts';

/** Maximum sites whose word is kept of one paper, and characters beyond which no second site's is: enough for its own
 *  place with the abstract, and for listings. One site more tells a card nothing. */
const MAX_SITES = 6;
const MAX_CHARACTERS = 40_000;

/** Characters of JSON. */
export const sizeOf = (kept: unknown): number => (kept === undefined ? 0 : JSON.stringify(kept).length);

/** Words that a paper is found by now and was not, and the other way around. */
export function changeOfWords(
  before: readonly KeptWord[],
  now: readonly KeptWord[],
): { come: Set<string>; gone: Set<string> } {
  const old = wordsOfPages(before);
  const come = wordsOfPages(now);
  const gone = new Set([...old].filter((word) => !come.has(word)));
  for (const word of old) come.delete(word);
  return { come, gone };
}

/** What is to be written when `papers` come to those of `before`. */
export function changed(
  before: ReadonlyMap<string, readonly KeptWord[]>,
  papers: readonly PagePaper[],
): Map<string, KeptWord[]> {
  const at = Date.now();
  const now = new Map([...before].map(([id, kept]) => [id, [...kept]]));
  for (const paper of papers) {
    const { id } = paper.fact.record;
    const kept = now.get(id) ?? [];
    const place = kept.findIndex((one) => one.paper.fact.site === paper.fact.site);
    const earlier = kept[place]?.paper;
    const next = { at, paper: earlier === undefined ? paper : renewed(earlier, paper) };
    now.set(id, bounded(place < 0 ? [...kept, next] : kept.with(place, next), next));
    if (paper.role !== 'about') continue;
    for (const [other, all] of now)
      if (other !== id && all.some((one) => one.paper.role === 'about' && one.paper.page === paper.page))
        now.set(
          other,
          all.map((one) => (one.paper.page === paper.page ? { ...one, paper: { ...one.paper, role: 'listed' } } : one)),
        );
  }
  const words = (kept: readonly KeptWord[] | undefined): string => JSON.stringify(kept?.map(({ paper }) => paper));
  return new Map([...now].filter(([id, kept]) => words(before.get(id)) !== words(kept)));
}

/** As many sites and characters as a paper may have: the paper's own place stays, then `now`, then the newest. */
function bounded(kept: KeptWord[], now: KeptWord): KeptWord[] {
  if (kept.length === 1) return kept;
  const isOwn = ({ paper: { fact, role } }: KeptWord): boolean => isOwnPlace({ site: fact.site, role }, fact.record);
  const sorted = kept.toSorted(
    (one, other) =>
      Number(isOwn(other)) - Number(isOwn(one)) || Number(other === now) - Number(one === now) || other.at - one.at,
  );
  let size = 0;
  const left = new Set(
    sorted.filter((one, at) => {
      size += sizeOf(one);
      return at === 0 || (at < MAX_SITES && size <= MAX_CHARACTERS);
    }),
  );
  return kept.filter((one) => left.has(one));
}

/** Maximum code links of one site's word. */
const MAX_CODE = 20;
const rankOf = ({ why = 'text' }: RecordCode): number => CodeWhy.options.indexOf(why);

/** One of two pages of a site has its identifier by mistake: their facts don't mix, the later one counts. */
const contradicts = ({ fact: { record } }: PagePaper, now: PagePaper): boolean =>
  isAnother(factsOfRecord(now.fact.record), factsOfRecord(record));

/** How little a page says of a paper; a mere link says least. */
const rank = ({ role, fact: { record } }: PagePaper): number =>
  PageRole.options.indexOf(role) + (isUntitled(record) ? 1 : 0);

/** A listing says less than the paper's own page, and a reference less than both: what only the fuller one says stays. */
function renewed(before: PagePaper, now: PagePaper): PagePaper {
  const [full, short] = rank(before) < rank(now) ? [before, now] : [now, before];
  // What another paper's text says of it is nothing that its own place says.
  if (short.role === 'cited' && full.role !== 'cited') return full;
  if (contradicts(before, now)) return now;
  const code = [...(full.fact.record.code ?? [])];
  for (const link of short.fact.record.code ?? [])
    if (!code.some(({ url }) => codeAddressKey(url) === codeAddressKey(link.url))) code.push(link);
  const record = {
    ...short.fact.record,
    ...full.fact.record,
    ...(code.length === 0 ? {} : { code: code.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MAX_CODE) }),
  };
  return {
    fact: {
      ...full.fact,
      record,
      abstract: full.fact.abstract ?? short.fact.abstract,
      pdf: full.fact.pdf ?? short.fact.pdf,
    },
    also: [...new Set([...full.also, ...short.also])].slice(0, 8),
    page: full.page,
    role: full.role,
  };
}
