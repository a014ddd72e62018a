// What the popup says where it has no papers to show: switched off, not a paper site, a page that extensions may
// not touch, nothing known. Always with the way on, if there is one.
import { useState, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { ask } from '../../lib/messages/client.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { sentenceOf } from '../ui/sentence.ts';
import type { TabView } from './use-tab.ts';

export function PageState(props: {
  view: TabView;
  tab: number;
  /** A private window keeps nothing, so no lasting grant is offered there. */
  privateWindow: boolean;
  onChanged: () => void;
}): JSX.Element | null {
  const { view } = props;
  const host = view.host ?? '';
  switch (view.state) {
    case 'running':
      return view.rows.length > 0 ? null : <p className="popup-state">{t('popupNoPapers')}</p>;
    case 'pdf':
      return view.rows.length > 0 ? null : (
        <p className="popup-state">{view.places === null ? t('popupNoPdf') : t('popupPdfOf', view.places.site)}</p>
      );
    case 'off':
      return <p className="popup-state">{t(view.managed ? 'errorManagedSite' : 'popupOff', host)}</p>;
    case 'never':
      return <p className="popup-state">{t('popupNever')}</p>;
    case 'ask':
      return <RunHere {...props} host={host} />;
  }
}

function askingText({ tooMuch, always, takenBack }: TabView, host: string): string {
  if (tooMuch === 'busy') return t('popupBusy');
  return t(always ? 'popupAskAlways' : takenBack ? 'popupTakenBack' : 'popupAsk', host);
}

function RunHere(props: {
  view: TabView;
  tab: number;
  privateWindow: boolean;
  host: string;
  onChanged: () => void;
}): JSX.Element {
  const [problem, setProblem] = useState<string | null>(null);
  const origin = props.privateWindow ? null : props.view.grantable;

  const run = async (): Promise<void> => {
    try {
      await ask('popup.run', { tab: props.tab });
      setProblem(null);
      props.onChanged();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const always = async (wanted: string): Promise<void> => {
    // First thing in the click, nothing awaited before it: browsers grant only to a click.
    const granted = await browser.permissions.request({ origins: [wanted] }).catch(() => false);
    if (granted) await run();
    else setProblem(t('popupNotGranted'));
  };

  return (
    <div className="popup-state">
      <p>{askingText(props.view, props.host)}</p>
      <p className="choices">
        <button type="button" className="b-btn b-primary" onClick={() => void run()}>
          {t('popupRunOnce')}
        </button>
        {origin !== null && (
          <button type="button" className="b-btn" onClick={() => void always(origin)}>
            {t('popupAlways')}
          </button>
        )}
      </p>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
