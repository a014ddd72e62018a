// Catalog packs: which are there, what is being imported, and how to add more, by button or by drop.
import { useRef, useState, type DragEvent, type JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import { Section } from '../section.tsx';
import { JobLine } from './job-line.tsx';
import { Offers } from './offers.tsx';
import { PackLine } from './pack-line.tsx';
import { ProposalForm } from './proposal.tsx';
import { Published } from './published.tsx';
import { useFileImport } from './use-file-import.ts';
import { usePacks } from './use-packs.ts';
import { useRemoval } from './use-removal.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** `network`: whether the institution lets packs be fetched by address. */
export function Packs({ network }: { network: boolean }): JSX.Element {
  const { list, problem, left, look } = usePacks();
  const imports = useFileImport(look);
  const removal = useRemoval(look);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const closed = list === null || list.privateWindow;
  const packs = (list?.packs ?? []).filter(({ id }) => !removal.hidden.has(id));
  const jobs = list?.jobs.filter(({ proposal }) => proposal === null) ?? [];
  const said = imports.problem ?? removal.problem ?? problem;

  const drag = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = closed ? 'none' : 'copy';
    setOver(!closed);
  };
  const drop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    // Else the browser leaves this page and shows the file.
    event.preventDefault();
    setOver(false);
    if (!closed) void imports.take([...event.dataTransfer.files]);
  };
  const leave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
  };

  return (
    <div className="packs" data-over={over} onDragEnter={drag} onDragOver={drag} onDragLeave={leave} onDrop={drop}>
      <Section id="packs" title={t('packsTitle')} why={t('packsWhy')}>
        {list !== null && packs.length === 0 && <p className="why">{t('packsNone')}</p>}
        <ul className="pack-lines">
          {packs.map((pack) => (
            <PackLine
              key={pack.id}
              pack={pack}
              onRemove={pack.bundled || closed ? null : () => removal.remove({ id: pack.id, name: pack.name })}
            />
          ))}
        </ul>
        <output className="done">
          {removal.last !== null && (
            <>
              {t('packsRemoved', removal.last.name)}{' '}
              <button type="button" className="b-link" onClick={removal.undo}>
                {t('optionsUndo')}
              </button>
            </>
          )}
        </output>
        {jobs.length > 0 && (
          <>
            <h3>{t('packsJobs')}</h3>
            <ul className="jobs">
              {jobs.map((job) => (
                <JobLine key={job.id} job={job} left={left(job)} look={look} />
              ))}
            </ul>
          </>
        )}
        {list?.jobs.map(
          (job) =>
            job.proposal !== null && (
              <ProposalForm
                key={job.id}
                file={job.from}
                proposal={job.proposal}
                packs={list.packs}
                focus={imports.chosen.has(job.id)}
                onBegin={(name, id) => imports.begin(job, name, id)}
                onDrop={() => void imports.drop(job)}
              />
            ),
        )}
        {said !== null && (
          <p role="alert" id="packs-problem" className="problem">
            {said}
          </p>
        )}
        {list?.privateWindow === true ? (
          <p className="why">{t('packsPrivate')}</p>
        ) : (
          <div className="pack-import">
            <input
              ref={input}
              id="pack-file"
              type="file"
              multiple
              hidden
              onChange={(event) => {
                void imports.take([...(event.target.files ?? [])]);
                // The same file may be chosen again after it was refused.
                event.target.value = '';
              }}
            />
            <button
              type="button"
              className="b-btn"
              aria-disabled={closed || imports.storing}
              onClick={() => closed || imports.storing || input.current?.click()}
            >
              {t('packsChoose')}
            </button>
            <span className="why">{t(imports.storing ? 'packsRecognising' : 'packsDrop')}</span>
            <p className="why">{t('packsKinds')}</p>
          </div>
        )}
        {list?.privateWindow === false && network && (
          <>
            <Offers packs={list.packs} jobs={list.jobs} look={look} />
            <Published packs={list.packs} jobs={list.jobs} changed={look} />
          </>
        )}
        {!network && <p className="why">{t('errorManagedNetwork')}</p>}
      </Section>
    </div>
  );
}
