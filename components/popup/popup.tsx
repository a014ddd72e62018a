// The popup: this page's papers, search, the newest of the reading list, people the reader follows; a paper or person
// opens in place of them.
//
//   field ── arrow down ──> rows ── Enter ──> card on the page, or here ── Esc ──> rows ── Esc ──> field
import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import type { CardSubject } from '../../lib/page/act/card-port.ts';
import type { Filter } from '../../lib/messages/page-protocol.ts';
import { ask } from '../../lib/messages/client.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { FollowedSection } from '../reading-list/followed.tsx';
import { MetSection } from '../reading-list/met.tsx';
import { Nudge } from '../reading-list/nudge.tsx';
import { RecentSection } from '../reading-list/recent.tsx';
import { useFollows } from '../reading-list/use-follows.ts';
import { useMet } from '../reading-list/use-met.ts';
import { failureText } from '../../lib/i18n/failures.ts';
import { BackupNotice } from '../machines/backup-notice.tsx';
import { LibraryNotice } from '../ui/library-notice.tsx';
import { sentenceOf } from '../ui/sentence.ts';
import { papersSubject, type Look } from './chosen/look.ts';
import { ChosenPaper } from './chosen/paper.tsx';
import { Detail } from './detail.tsx';
import { isFilterable } from './filters.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Missing } from './missing.tsx';
import { PageSection } from './page-section.tsx';
import { PageState } from './page-state.tsx';
import { Places } from './places.tsx';
import { Results } from './results.tsx';
import { FIRST_ROWS, rowAfter } from './rows.ts';
import { useCatalog } from '../ui/use-catalog.ts';
import { useRecent } from './use-recent.ts';
import { useSearch } from '../work/use-search.ts';
import { useTab } from './use-tab.ts';

/** Entries of the list at first, and after "more" (the most that the worker gives at once). */
const NEWEST = 3;
const MANY = 50;

/** Where arrows stop below the field. */
const stops = '.b-work, .more, .elsewhere :is(button, a)';

export interface PopupProps {
  /** The tab shown; null where there is none. */
  tab: number | null;
  privateWindow: boolean;
  /** The tab shows a page of this extension. */
  ownPage: boolean;
  /** Changes when the tab shows another page (the panel beside it stays open). */
  visit?: number;
  /** Beside the page, where there is room: the page's own paper is open, and rows open here. */
  panel?: boolean;
  /** Called when a card was opened on the page: the popup has done its work. */
  onDone: () => void;
}

export function Popup({ tab, privateWindow, ownPage, visit = 0, panel = false, onDone }: PopupProps): JSX.Element {
  const { view, problem, again } = useTab(tab);
  const catalog = useCatalog();
  const [typed, setTyped] = useState('');
  const [listLimit, setListLimit] = useState(NEWEST);
  const [subject, setSubject] = useState<CardSubject | null>(null);
  /** Kept from paper to paper. */
  const [look, setLook] = useState<Look>('paper');
  const [complaint, setComplaint] = useState<string | null>(null);
  // What is unread for longest is said once: above, or below the list.
  const [nudged, setNudged] = useState(false);
  const search = useSearch(typed, view?.state === 'running' ? view.rows.map(({ id }) => id) : []);
  // What is the reader's own may have changed on a card that was open here, or on the page.
  const own = `${visit} ${subject === null}`;
  const recent = useRecent(listLimit, own);
  const follows = useFollows(own);
  const met = useMet(own);
  const field = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const searching = typed.trim() !== '';
  const pagePaper = panel && view !== null && view.listing === null ? view.pagePaper : null;
  // Saved on the page meanwhile: the card is read again.
  const pageStatus = view?.rows.find(({ id }) => id === pagePaper)?.status ?? '';
  const otherRows = view === null ? [] : view.rows.filter(({ id }) => id !== pagePaper);

  // The catalog came while the popup was open: what the page has is known only now.
  const ready = catalog?.ready;
  useEffect(() => {
    if (ready === true) again();
  }, [ready, again]);

  useEffect(() => {
    if (visit > 0) again();
  }, [visit, again]);

  const open = (next: CardSubject): void => {
    // From one paper to another the way back stays that to the lists.
    if (subject === null)
      cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setSubject(next);
  };
  const back = (): void => {
    setSubject(null);
    again();
    // After the rows are visible again.
    requestAnimationFrame(() => (cameFrom.current ?? field.current)?.focus());
  };
  const openPaper = async (id: string): Promise<void> => {
    const onThisPage = !panel && tab !== null && view?.state === 'running' && view.rows.some((row) => row.id === id);
    const shown = onThisPage ? await ask('popup.show', { tab, id }).catch(() => ({ shown: false })) : { shown: false };
    if (shown.shown) onDone();
    else open(papersSubject(id));
  };
  const setFilter = async (filter: Filter): Promise<void> => {
    if (tab === null) return;
    try {
      await ask('popup.filter', { tab, filter });
      again();
    } catch (error) {
      setComplaint(sentenceOf(error));
    }
  };
  const switchSite = async (host: string, on: boolean): Promise<void> => {
    try {
      await ask('site.switch', { host, on });
      setComplaint(null);
      again();
    } catch (error) {
      setComplaint(sentenceOf(error));
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (subject !== null) {
      // The card takes what it can (a menu to close, a level to leave); the rest leads back to the lists.
      const writes = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== 'Escape' && (event.key !== 'Backspace' || writes)) return;
      event.preventDefault();
      back();
      return;
    }
    const inField = event.target === field.current;
    if (event.key === '/' && !inField) {
      event.preventDefault();
      field.current?.focus();
      return;
    }
    if (event.key === 'Escape') {
      // In the empty field Escape stays the browser's: it closes the popup.
      if (inField && typed === '') return;
      event.preventDefault();
      if (inField) setTyped('');
      else field.current?.focus();
      return;
    }
    const buttons = [...(rows.current?.querySelectorAll<HTMLElement>(stops) ?? [])];
    if (inField && event.key === 'Enter' && searching) {
      event.preventDefault();
      rows.current?.querySelector<HTMLElement>('.b-work')?.click();
      return;
    }
    const current = buttons.findIndex((button) => button === document.activeElement);
    if (current < 0 && !inField) return;
    const next = rowAfter(event.key, current, buttons.length);
    if (next === null) return;
    event.preventDefault();
    (next < 0 ? field.current : buttons[next])?.focus();
  };

  return (
    // The keys belong to the whole popup; every one has its button or field as well.
    <div className="popup" onKeyDown={onKeyDown}>
      <Header view={view} onSwitch={(host, on) => void switchSite(host, on)} />
      <main>
        {subject !== null && (
          <Detail subject={subject} onBack={back} panel={panel ? { look, onLook: setLook, onOpen: open } : null} />
        )}
        <div hidden={subject !== null}>
          <search className="popup-part">
            <input
              ref={field}
              type="search"
              // Opened to find something: the field is what most keys are for.
              // eslint-disable-next-line jsx-a11y/no-autofocus -- a popup opens with its field ready, as its purpose
              autoFocus
              autoComplete="off"
              spellCheck={false}
              aria-label={t('popupSearchLabel')}
              placeholder={t('popupSearch')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </search>
          <LibraryNotice className="popup-state note" />
          <BackupNotice className="popup-state note" page="popup" />
          {recent !== null && recent.waiting !== null && !privateWindow && (
            <Nudge
              className="popup-state nudge"
              paper={recent.waiting}
              onOpen={(id) => void openPaper(id)}
              isShown={nudged}
              onShown={setNudged}
            />
          )}
          {privateWindow && <p className="popup-state note">{t('popupPrivate')}</p>}
          {catalog !== null && !catalog.ready && (
            <output className="popup-state note">
              {catalog.problem === null ? t('popupPreparing') : failureText(catalog.problem)}
            </output>
          )}
          {(complaint ?? problem) !== null && (
            <p role="alert" className="popup-state problem">
              {complaint ?? problem}
            </p>
          )}
          <div ref={rows} className={searching ? 'results' : undefined}>
            {searching ? (
              <Results
                found={search.found}
                isSlow={search.isSlow}
                onPaper={(id) => void openPaper(id)}
                onPerson={({ id, name, paper }) => open({ kind: 'person', id, name, paper: paper ?? undefined })}
                onMore={search.more}
                onQuery={(query) => {
                  setTyped(query);
                  field.current?.focus();
                }}
              />
            ) : (
              <>
                {ownPage && <p className="popup-state">{t('popupOwnPage')}</p>}
                {view !== null && tab !== null && !ownPage && !isFilterable(view.listing) && (
                  <PageState view={view} tab={tab} privateWindow={privateWindow} onChanged={again} />
                )}
                {pagePaper !== null && (
                  <ChosenPaper
                    key={pagePaper}
                    paper={pagePaper}
                    status={pageStatus}
                    look={look}
                    onLook={setLook}
                    onOpen={open}
                  />
                )}
                {view !== null && view.missing !== null && <Missing {...view.missing} />}
                {view?.tooMuch === 'large' && <p className="popup-state note">{t('popupLarge')}</p>}
                {view !== null && view.state !== 'off' && (otherRows.length > 0 || isFilterable(view.listing)) && (
                  <PageSection
                    rows={otherRows}
                    first={panel ? MANY : FIRST_ROWS}
                    pdf={view.state === 'pdf'}
                    listing={view.listing}
                    tab={privateWindow ? null : tab}
                    onSaved={again}
                    onFilter={(filter) => void setFilter(filter)}
                    onOpen={(id) => void openPaper(id)}
                  />
                )}
                {view !== null && view.places !== null && tab !== null && view.state !== 'off' && (
                  <Places
                    tab={tab}
                    places={view.places}
                    onGone={() => {
                      onDone();
                      again();
                    }}
                  />
                )}
                {recent !== null && (
                  <RecentSection
                    rows={recent.rows}
                    total={recent.total}
                    waiting={listLimit === NEWEST && !nudged ? recent.waiting : null}
                    onOpen={(id) => void openPaper(id)}
                    onMore={listLimit < MANY ? () => setListLimit(MANY) : null}
                  />
                )}
                <MetSection met={met} onOpen={(id) => void openPaper(id)} />
                <FollowedSection
                  follows={follows}
                  fixed={privateWindow}
                  onOpen={({ id, name, paper }) => open({ kind: 'person', id, name, paper: paper ?? undefined })}
                />
              </>
            )}
          </div>
        </div>
      </main>
      <Footer />
    </div>
  );
}
