// A card before its facts are there, and one that could not get them.
import { t } from '../../lib/i18n/i18n.ts';

/** The name is known before the facts where a name was clicked; a paper's title is on the page itself. */
export function Waiting({ titleId, name }: { titleId: string; name?: string }) {
  return (
    <div className="b-pane" aria-busy="true">
      <header className="b-top">
        <h2 className={name === undefined ? 'b-hidden' : 'b-title'} id={titleId}>
          <bdi>{name ?? t('cardLoading')}</bdi>
        </h2>
        <div className="b-lines" aria-hidden="true">
          {name === undefined && <i />}
          <i />
          <i />
        </div>
      </header>
    </div>
  );
}

export function LoadError(props: { sentence: string; retry: () => void; titleId: string; name?: string }) {
  return (
    <div className="b-pane">
      {props.name !== undefined && (
        <header className="b-top">
          <h2 className="b-title">
            <bdi>{props.name}</bdi>
          </h2>
        </header>
      )}
      <footer className="b-foot b-refused">
        <span id={props.titleId} role="status">
          {props.sentence}
        </span>
        <button type="button" className="b-link" onClick={props.retry}>
          {t('cardRetry')}
        </button>
      </footer>
    </div>
  );
}
