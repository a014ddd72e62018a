// The reading list's own page: searched as one types, sorted, grouped, many papers changed at once; a paper beside it.
import { lazy, Suspense, useMemo, useRef, useState, type JSX } from 'react';
import { count, t } from '../../lib/i18n/i18n.ts';
import { Status } from '../../lib/library/schema.ts';
import { ask } from '../../lib/messages/client.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { Facts } from '../card/card-data.ts';
import { FromLibrary } from '../from-library/from-library.tsx';
import { BackupNotice } from '../machines/backup-notice.tsx';
import { MachinesPanel } from '../machines/machines-panel.tsx';
import { LibraryNotice } from '../ui/library-notice.tsx';
import { statusLook } from '../work/row.tsx';
import { BinView } from './bin.tsx';
import { Controls } from './controls.tsx';
import { DoneToast } from './done-toast.tsx';
import { EntryPane } from './entry-pane.tsx';
import { ExportPanel } from './export-panel.tsx';
import { KeysHelp } from './keys-help.tsx';
import { tagToken, toggled } from './query-tokens.ts';
import type { RowActions } from './row.tsx';
import { RowsView, type RowsHandle } from './rows-view.tsx';
import { Said } from './said.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TopBar, type Panel } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import { useList } from './use-list.ts';
import { useSelection } from './use-selection.ts';
import { useView, type View } from './use-view.ts';

// Not needed for the first rows.
const TwinsLine = lazy(async () => ({ default: (await import('./twins-line.tsx')).TwinsLine }));
const FiguresPanel = lazy(async () => ({ default: (await import('./figures-panel.tsx')).FiguresPanel }));

const noRows: readonly ListPageRow[] = [];

/** Tags with how many papers have them, the most used first. */
function tagsOf(rows: readonly ListPageRow[]): [string, number][] {
  const sizes = new Map<string, number>();
  for (const { tags } of rows) for (const tag of tags) sizes.set(tag, (sizes.get(tag) ?? 0) + 1);
  return [...sizes].toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b));
}

const statusAfter = (status: string): Status =>
  Status.options[(Status.options.findIndex((one) => one === status) + 1) % Status.options.length] ?? 'to-read';

function groupName(by: View['by']): ((value: string | null) => string) | null {
  if (by === null) return null;
  return (value) => {
    if (value === null) return t(by === 'tag' ? 'listNoTag' : by === 'year' ? 'listNoYear' : 'listNoAuthor');
    return by === 'status' ? statusLook(value).words : value;
  };
}

export function LibraryPage(): JSX.Element {
  const list = useList();
  const rows = list.rows ?? noRows;
  const [now] = useState(() => Date.now());
  const view = useView(rows, now);
  const selection = useSelection(rows, view.found);
  const [facts] = useState(() => new Facts(ask));
  const [open, setOpen] = useState<string | null>(null);
  const [panel, setPanel] = useState<Panel>(null);
  const [tagging, setTagging] = useState(false);
  const [citing, setCiting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const rowsView = useRef<RowsHandle>(null);
  const tags = useMemo(() => tagsOf(rows), [rows]);
  const knownTags = useMemo(() => tags.map(([tag]) => tag), [tags]);
  const opened = rows.find(({ id }) => id === open) ?? null;
  const nameOf = useMemo(() => groupName(view.by), [view.by]);

  const setStatus = (some: readonly ListPageRow[], status: Status): void =>
    void list.edit(
      some.map(({ id }) => id),
      { status },
      count('listDoneStatusMany', some.length, statusLook(status).words),
    );
  const setStar = (some: readonly ListPageRow[], starred: boolean): void =>
    void list.edit(
      some.map(({ id }) => id),
      { starred },
      t(starred ? 'listDoneStar' : 'listDoneUnstar'),
    );
  const remove = (some: readonly ListPageRow[]): void => {
    if (some.length === 0) return;
    const gone = new Set(some.map(({ id }) => id));
    // The focus stays in the list: on what comes after.
    const after = view.found.slice(view.found.findIndex(({ id }) => gone.has(id))).find(({ id }) => !gone.has(id));
    if (open !== null && gone.has(open)) setOpen(null);
    void list.remove([...gone], count('listDoneRemove', gone.size));
    if (after !== undefined) requestAnimationFrame(() => rowsView.current?.focus(after.id));
  };
  const actions: RowActions = {
    open: setOpen,
    tick: selection.tick,
    status: (row, status) => setStatus([row], status),
    star: (row) => setStar([row], !row.starred),
    tag: (tag) => view.setQuery(toggled(view.query, tagToken(tag))),
  };

  /** The row that has the focus, or the paper beside the list. */
  const atHand = (): ListPageRow | null => {
    const id = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? open;
    return rows.find((row) => row.id === id) ?? null;
  };
  const chosen = (): readonly ListPageRow[] => {
    const row = atHand();
    return selection.rows.length > 0 ? selection.rows : row === null ? [] : [row];
  };
  /** Ticks the row at hand where none is ticked. False: there is none. */
  const hasTicked = (): boolean => {
    const row = atHand();
    if (selection.rows.length === 0 && row !== null) selection.tick(row.id, true, false);
    return selection.rows.length > 0 || row !== null;
  };
  useKeys({
    step: (by) => {
      const row = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
      const at = view.found.findIndex(({ id }) => id === row);
      const next =
        by === 'first'
          ? 0
          : by === 'last'
            ? view.found.length - 1
            : at < 0
              ? 0
              : Math.min(Math.max(at + by, 0), view.found.length - 1);
      const to = view.found[next];
      if (to !== undefined) rowsView.current?.focus(to.id);
    },
    search: () => {
      field.current?.focus();
      field.current?.select();
    },
    tick: (range) => {
      const row = atHand();
      if (row !== null) selection.tick(row.id, range || !selection.ids.has(row.id), range);
    },
    tickAll: selection.all,
    status: () => {
      const some = chosen();
      const [first] = some;
      if (first !== undefined) setStatus(some, statusAfter(first.status));
    },
    star: () => {
      const some = chosen();
      if (some.length > 0) setStar(some, !some.every(({ starred }) => starred));
    },
    tag: () => {
      if (hasTicked()) setTagging(true);
    },
    cite: () => {
      if (hasTicked()) setCiting(true);
    },
    note: () => {
      const row = atHand();
      if (row === null) return;
      setOpen(row.id);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.l-note textarea')?.focus());
    },
    remove: () => remove(chosen()),
    undo: () => void list.undo(),
    help: () => setPanel(panel === 'help' ? null : 'help'),
    leave: () => {
      if (panel !== null) setPanel(null);
      else if (open !== null) closePane();
      else if (selection.rows.length > 0) selection.none();
      else if (document.activeElement === field.current) {
        if (view.query === '') field.current?.blur();
        else view.setQuery('');
      }
    },
  });
  const closePane = (): void => {
    const id = open;
    setOpen(null);
    if (id !== null) requestAnimationFrame(() => rowsView.current?.focus(id));
  };

  const exported = selection.rows.length > 0 ? selection.rows : view.found;
  return (
    <div className={opened === null ? 'l-frame' : 'l-frame l-with-pane'}>
      <TopBar list={list} panel={panel} onPanel={setPanel} />
      <main className="l-main-part">
        <LibraryNotice className="l-note-line" />
        <BackupNotice className="l-note-line" page="list" />
        {panel === 'help' && <KeysHelp onClose={() => setPanel(null)} />}
        {panel === 'figures' && (
          <Suspense fallback={<p className="l-note-line">{t('listReadingIt')}</p>}>
            <FiguresPanel rows={view.found} now={now} onQuery={view.setQuery} onClose={() => setPanel(null)} />
          </Suspense>
        )}
        {panel === 'export' && (
          <ExportPanel
            ids={exported.map(({ id }) => id)}
            rows={exported}
            onSelect={selection.only}
            words={exportWords(exported.length, selection.rows.length > 0, view.query !== '')}
            onClose={() => setPanel(null)}
          />
        )}
        {panel === 'import' && (
          <section className="l-import" aria-labelledby="import-head">
            <div className="l-bin-head">
              <h2 id="import-head">{t('listImportHead')}</h2>
              <button type="button" className="plain" onClick={() => setPanel(null)}>
                {t('listHelpClose')}
              </button>
            </div>
            <FromLibrary />
          </section>
        )}
        {panel === 'machines' && <MachinesPanel onClose={() => setPanel(null)} />}
        {list.problem !== null && (
          <p role="alert" className="problem l-note-line">
            {list.problem}
          </p>
        )}
        {panel === 'bin' ? (
          <BinView now={now} onBack={() => setPanel(null)} />
        ) : (
          <>
            <Controls view={view} rows={rows} tags={tags} field={field} />
            {selection.rows.length > 0 && (
              <SelectionBar
                rows={selection.rows}
                found={view.found.length}
                knownTags={knownTags}
                isTagging={tagging}
                onTagging={setTagging}
                isCiting={citing}
                onCiting={setCiting}
                onAll={selection.all}
                onNone={selection.none}
                onStatus={(status) => setStatus(selection.rows, status)}
                onTags={(addTags, removeTags) =>
                  void list.edit(
                    selection.rows.map(({ id }) => id),
                    { addTags, removeTags },
                    addTags.length > 0
                      ? t('listDoneTag', addTags.join(', '))
                      : t('listDoneUntag', removeTags.join(', ')),
                  )
                }
                onStar={(starred) => setStar(selection.rows, starred)}
                onExport={() => setPanel('export')}
                onRemove={() => remove(selection.rows)}
              />
            )}
            <Suspense>
              <TwinsLine list={list} />
            </Suspense>
            <Said list={list} view={view} />
            <RowsView
              groups={view.groups}
              nameOf={nameOf}
              ticked={selection.ids}
              open={open}
              now={now}
              actions={actions}
              label={t('libraryTitle')}
              handle={rowsView}
            />
          </>
        )}
      </main>
      {opened !== null && (
        <EntryPane
          key={opened.id}
          row={opened}
          facts={facts}
          now={now}
          knownTags={knownTags}
          onEdit={(edit, words) => list.edit([opened.id], edit, words)}
          onRemove={() => remove([opened])}
          onClose={closePane}
        />
      )}
      <DoneToast list={list} />
    </div>
  );
}

const exportWords = (size: number, isSelection: boolean, isSearch: boolean): string =>
  count(isSelection ? 'listExportSelected' : isSearch ? 'listExportFound' : 'listExportAll', size);
