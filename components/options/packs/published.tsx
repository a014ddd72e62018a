// Packs by field from any address: the reader names where they are described, sees what there is, and takes some.
import { useId, type JSX } from 'react';
import { count, language, t } from '../../../lib/i18n/i18n.ts';
import type { FieldOffer } from '../../../lib/packs/remote/series-plan.ts';
import { bytesWords } from '../../ui/bytes.ts';
import { isOpen, type Job, type PackList } from './use-packs.ts';
import { usePublished } from './use-published.ts';

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));

export function Published(props: {
  packs: PackList['packs'];
  jobs: readonly Job[];
  /** Called when there are new imports. */
  changed: () => void;
}): JSX.Element {
  const { packs, jobs } = props;
  const state = [...packs.map(({ id, version }) => `${id} ${version}`), ...jobs.map((job) => job.state)].join('\n');
  const { address, setAddress, busy, problem, found, look, download } = usePublished(state, props.changed);
  const comes = (offer: FieldOffer): boolean =>
    jobs.some((job) => isOpen(job) && offer.packs.some(({ file }) => file === job.from));
  const id = useId();
  return (
    <>
      <h3>{t('publishedTitle')}</h3>
      <p className="why">{t('publishedWhy')}</p>
      <form
        className="published"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) look();
        }}
      >
        <label htmlFor={id}>{t('publishedAddress')}</label>
        <input
          id={id}
          name="series"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://…/series.json"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
        />
        <button type="submit" className="b-btn" aria-disabled={busy}>
          {t('publishedLook')}
        </button>
      </form>
      {problem !== null && (
        <p role="alert" id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
      {found !== null && (
        <ul className="published-fields" aria-label={found.series.name}>
          {found.offers.map((offer) => (
            <FieldLine
              key={offer.field.id}
              offer={offer}
              off={busy || comes(offer)}
              onDownload={() => download(offer)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function FieldLine(props: { offer: FieldOffer; off: boolean; onDownload: () => void }): JSX.Element {
  const { offer, off } = props;
  const { field, isHere, packs } = offer;
  const shown = packs.length > 0 ? packs : field.packs;
  const last = shown.at(-1);
  const facts = [
    count('popupPapers', sumOf(shown.map(({ papers }) => papers))),
    bytesWords(sumOf(shown.map(({ bytes }) => bytes)), language()),
    ...(last === undefined ? [] : [dayWords(last.date), last.licence]),
  ];
  return (
    <li className="offer" data-field={field.id}>
      <div className="pack">
        <strong>{field.name}</strong>
        <span className="pack-figures">
          {facts
            .filter((words) => words !== '')
            .map((words) => (
              <span key={words}>{words}</span>
            ))}
        </span>
      </div>
      {packs.length === 0 ? (
        <span className="quiet">{t('publishedHere')}</span>
      ) : (
        <button
          type="button"
          className="b-btn"
          aria-label={t(isHere ? 'publishedUpdateLabel' : 'packsInstallLabel', field.name)}
          aria-disabled={off}
          onClick={() => off || props.onDownload()}
        >
          {t(isHere ? 'publishedUpdate' : 'packsInstall')}
        </button>
      )}
    </li>
  );
}
