// "Start from your library": a file of another program's, by button or by drop, what is in it, and onto the list.
import { useRef, useState, type DragEvent, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { placeText, rowFailureText } from '../../lib/i18n/failures.ts';
import { count, list, t, type CountKey } from '../../lib/i18n/i18n.ts';
import type { PaperRecord } from '../../lib/paper/record.ts';
import { fieldName } from '../fields/field-name.ts';
import { proposeFields } from '../fields/proposed.ts';
import { People } from './people.tsx';
import { useExport, type ExportImport, type Found } from './use-export.ts';
import './from-library.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
/** Papers that a list shows; a file may have thousands. */
const MAX_SHOWN = 200;

export function FromLibrary(): JSX.Element {
  const imported = useExport();
  const { state, problem, take } = imported;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  if (browser.extension.inIncognitoContext === true) return <p className="why">{t('exportPrivate')}</p>;
  const drag = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    // Else the browser leaves this page and shows the file.
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) take(file);
  };
  const busy = state.at === 'reading' || state.at === 'adding';
  return (
    <div
      className="from-library"
      data-over={over}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={drop}
    >
      <input
        ref={input}
        id="library-file"
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) take(file);
          // The same file may be chosen again after it was refused.
          event.target.value = '';
        }}
      />
      <p className="from-library-choose">
        <button type="button" className="b-btn" aria-disabled={busy} onClick={() => busy || input.current?.click()}>
          {t('exportChoose')}
        </button>{' '}
        <span className="why">{t('exportDrop')}</span>
      </p>
      <p className="why">{t('exportKinds')}</p>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <Stage imported={imported} />
    </div>
  );
}

function Stage({ imported }: { imported: ExportImport }): JSX.Element {
  const { state, add, undo, stop } = imported;
  return (
    <div aria-live="polite">
      {(state.at === 'reading' || state.at === 'adding') && (
        <p className="from-library-progress">
          {state.at === 'reading' ? t('exportReading', state.name) : t('exportAdding')}
          <progress value={state.progress} aria-label={t(state.at === 'reading' ? 'exportTitle' : 'exportAdding')} />
          <button type="button" className="b-link" onClick={stop}>
            {t('exportStop')}
          </button>
        </p>
      )}
      {state.at === 'found' && <Review found={state.found} add={add} stop={stop} />}
      {state.at === 'added' && (
        <>
          <p className="done">
            {count('exportAdded', state.ids.length)}{' '}
            <button type="button" className="b-link" onClick={undo}>
              {t('optionsUndo')}
            </button>
          </p>
          {state.found.fields.length > 0 && <Proposal sets={state.found.fields} />}
          {state.found.people.length > 0 && <People people={state.found.people} />}
        </>
      )}
      {state.at === 'undone' && <p className="done">{count('exportUndone', state.taken)}</p>}
    </div>
  );
}

function Proposal({ sets }: { sets: readonly string[] }): JSX.Element {
  return (
    <section className="from-library-found" aria-labelledby="from-library-fields">
      <h3 id="from-library-fields">{t('exportFields')}</h3>
      <p className="why">{list(sets.map(fieldName))}</p>
      <p>
        <button type="button" className="b-btn" onClick={() => proposeFields(sets)}>
          {t('exportFieldsChoose')}
        </button>
      </p>
    </section>
  );
}

function Review({ found, add, stop }: { found: Found; add: () => void; stop: () => void }): JSX.Element {
  const { name, what, fresh, there, skipped } = found;
  return (
    <section className="from-library-found" aria-label={t('exportFound', name, what)}>
      <h3>{t('exportFound', name, what)}</h3>
      {fresh.length === 0 && <p>{t('exportNothingNew')}</p>}
      <Papers words="exportNew" papers={fresh} open={fresh.length <= 8} />
      <Papers words="exportThere" papers={there} open={false} />
      {skipped.total > 0 && (
        <details>
          <summary>{count('exportSkipped', skipped.total)}</summary>
          <ul>
            {skipped.rows.map(({ at, reason }, place) => (
              // Two rows may have the same place and reason.
              <li key={place}>
                <span className="from-library-at">{placeText(at)}</span> {rowFailureText(reason)}
              </li>
            ))}
            {skipped.total > skipped.rows.length && <li>{count('exportMore', skipped.total - skipped.rows.length)}</li>}
          </ul>
        </details>
      )}
      <p className="from-library-choose">
        {fresh.length > 0 && (
          <button type="button" className="b-btn b-primary" onClick={add}>
            {count('exportAdd', fresh.length)}
          </button>
        )}
        <button type="button" className="b-btn" onClick={stop}>
          {t('exportCancel')}
        </button>
      </p>
    </section>
  );
}

function Papers(props: { words: CountKey; papers: readonly PaperRecord[]; open: boolean }): JSX.Element | null {
  const { words, papers, open } = props;
  if (papers.length === 0) return null;
  return (
    <details open={open}>
      <summary>{count(words, papers.length)}</summary>
      <ul>
        {papers.slice(0, MAX_SHOWN).map(({ id, title, authors = [], year }) => (
          <li key={id}>
            <bdi>{title}</bdi>
            <span className="from-library-by">
              {[authors.length > 2 ? `${authors[0] ?? ''} …` : authors.join(', '), year]
                .filter((part) => part !== undefined && part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
        {papers.length > MAX_SHOWN && <li>{count('exportMore', papers.length - MAX_SHOWN)}</li>}
      </ul>
    </details>
  );
}
