// What the worker needs only for a card, a search or a page of ours, never for the marks on a page. It is a script of its
// own (`entrypoints/on-demand`), so that a worker that was woken by a page need not read it. Everything here takes plain
// data or a `Lookup` and gives plain data: the script has copies of the modules that it shares with the worker, so nothing
// here may throw an error or keep a state that the worker looks for.
import type { Lookup } from '../../catalog/lookup.ts';
import type { Decision } from '../../identity/decisions.ts';
import type { Paper } from '../../paper/schema.ts';
import { decisionsOn, toldOn } from '../../catalog/people/decision-on.ts';
import { authorIdOf, findPerson, workCounts } from '../../catalog/people/person-lookup.ts';
import { worksAsSaid } from '../../catalog/people/said-works.ts';
import { CatalogSearch } from '../../catalog/search/catalog-search.ts';
import { institutionId } from '../../graph/connect.ts';
import { graphPeople, graphWork } from '../../graph/from-catalog.ts';
import { worksAsSaidOr } from '../../related/authors.ts';
import { changeBy, readCopy, writeCopy } from '../../library/backup.ts';
import { relatedTo, type RelatedOptions } from '../../related/related.ts';
import { decisionRow, firstWork, pressesOf } from '../../views/decision-rows.ts';
import { bibtexEntry } from '../../views/cite/bibtex.ts';
import { bibtexList } from '../../views/cite/bibtex-list.ts';
import { authorPage, topicPage } from '../../views/explore/pages.ts';
import { paperView } from '../../views/paper-view.ts';
import { listPageRow } from '../../views/list-page-row.ts';
import { personRow } from '../../views/person-row.ts';
import { personView } from '../../views/person-view.ts';

/** Works related to a paper, those by its people as the reader's decisions have them. */
const relatedAsSaid = (
  lookup: Lookup,
  paper: Paper,
  { decisions, ...options }: Omit<RelatedOptions, 'works'> & { decisions: readonly Decision[] },
): ReturnType<typeof relatedTo> =>
  relatedTo(lookup, paper, {
    ...options,
    ...(decisions.length === 0 ? {} : { works: worksAsSaidOr(worksAsSaid(paper.id, decisions)) }),
  });

export const onDemandParts = {
  authorIdOf,
  authorPage,
  bibtexEntry,
  bibtexList,
  CatalogSearch,
  changeBy,
  decisionRow,
  decisionsOn,
  findPerson,
  firstWork,
  graphPeople,
  graphWork,
  institutionId,
  listPageRow,
  paperView,
  personRow,
  personView,
  pressesOf,
  readCopy,
  relatedAsSaid,
  toldOn,
  topicPage,
  workCounts,
  writeCopy,
};
export type OnDemandParts = typeof onDemandParts;
