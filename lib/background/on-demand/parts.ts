// What the worker needs only for a card, a search or a page of ours, never for the marks on a page. It is a script of its
// own (`entrypoints/on-demand`), so that a worker that was woken by a page need not read it. Everything here takes plain
// data or a `Lookup` and gives plain data: the script has copies of the modules that it shares with the worker, so nothing
// here may throw an error or keep a state that the worker looks for.
import { decisionsOn, toldOn } from '../../catalog/people/decision-on.ts';
import { authorIdOf, findPerson, workCounts } from '../../catalog/people/person-lookup.ts';
import { titledAtPlace } from '../../catalog/printed-place.ts';
import { CatalogSearch } from '../../catalog/search/catalog-search.ts';
import { withCurrent } from '../../harvest/current.ts';
import { sentRequests } from '../../harvest/sent-log.ts';
import { planMerge, removeSeries } from '../../harvest/series.ts';
import { categoriesOfSets, setsToAsk } from '../../harvest/sets.ts';
import { withFields, withoutFields } from '../../harvest/state.ts';
import { fieldsStatus } from '../../harvest/views.ts';
import { addEntries, onList, takeBackEntries } from '../../library/add-entries.ts';
import { changeBy, readCopy, writeCopy } from '../../library/backup.ts';
import { binned, forget, putBack, removeEntries } from '../../library/bin.ts';
import { editEntries, undoEdit } from '../../library/edit.ts';
import { mergeEntries, unmerge } from '../../library/merge-entries.ts';
import { lookAtMerge, mergeInto, undoMerge } from '../../library/merge/merge-into.ts';
import { stampedIn } from '../../library/stamped-in.ts';
import { decisionRow, firstWork, pressesOf } from '../../views/decision-rows.ts';
import { bringPack } from '../../packs/import/copy-pack-file.ts';
import { bibtexEntry } from '../../views/cite/bibtex.ts';
import { cited } from '../../views/cite/cited.ts';
import { authorPage, topicPage } from '../../views/explore/pages.ts';
import { backupState, dueBackup, folderFiles, saveBackup, setBackups, setSharing, noteWritten } from './backup.ts';
import { graphAround } from './graph-around.ts';
import { mergeView } from './merge-view.ts';
import { relatedAsSaid } from './related.ts';
import { paperView } from '../../views/paper-view.ts';
import { listPageRow } from '../../views/list-page-row.ts';
import { personRow } from '../../views/person-row.ts';
import { personView } from '../../views/person-view.ts';

export const onDemandParts = {
  addEntries,
  authorIdOf,
  authorPage,
  backupState,
  bibtexEntry,
  binned,
  bringPack,
  CatalogSearch,
  titledAtPlace,
  categoriesOfSets,
  changeBy,
  cited,
  decisionRow,
  decisionsOn,
  dueBackup,
  editEntries,
  fieldsStatus,
  findPerson,
  firstWork,
  folderFiles,
  forget,
  graphAround,
  listPageRow,
  mergeEntries,
  lookAtMerge,
  mergeInto,
  mergeView,
  onList,
  paperView,
  personRow,
  personView,
  planMerge,
  pressesOf,
  putBack,
  readCopy,
  relatedAsSaid,
  removeEntries,
  removeSeries,
  saveBackup,
  sentRequests,
  setBackups,
  setSharing,
  setsToAsk,
  stampedIn,
  takeBackEntries,
  toldOn,
  topicPage,
  undoEdit,
  unmerge,
  undoMerge,
  withCurrent,
  withFields,
  withoutFields,
  workCounts,
  writeCopy,
  noteWritten,
};
export type OnDemandParts = typeof onDemandParts;
