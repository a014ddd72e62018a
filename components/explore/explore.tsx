// The document around the pages of authors and topics: search above, the page below, a paper's card beside it.
import { useEffect, useLayoutEffect, useRef, useState, type JSX } from 'react';
import { ask } from '../../lib/messages/client.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Facts } from '../card/card-data.ts';
import { WalkTo } from '../card/open-page.ts';
import { Icon } from '../ui/icons.tsx';
import { LeadsProvider } from './place.ts';
import { PaperPane } from './paper-pane.tsx';
import { routeOf } from './routes.tsx';
import { SearchBox } from './search-box.tsx';
import { useWalk } from './use-walk.ts';

export function Explore(): JSX.Element {
  const { place, to } = useWalk();
  const [facts] = useState(() => new Facts(ask));
  const [paper, setPaper] = useState<string | null>(null);
  const main = useRef<HTMLElement>(null);
  const key = place.state === 'there' ? place.key : '';

  // Another page: its card goes with the one before, and the keyboard begins at its head.
  const before = useRef('');
  useLayoutEffect(() => {
    if (key === '' || before.current === key) return;
    if (before.current !== '') {
      setPaper(null);
      main.current?.focus({ preventScroll: true });
    }
    before.current = key;
  }, [key]);

  const page = place.state === 'there' ? routeOf(place.subject, key, facts) : null;
  const leads = { key, walkTo: to, openPaper: setPaper };
  return (
    <WalkTo value={to}>
      <LeadsProvider value={leads}>
        <div className={paper === null ? 'x-frame' : 'x-frame x-with-pane'}>
          <header className="x-top">
            <p className="brand">
              <Icon name="byline" />
              {t('extName')}
            </p>
          </header>
          <SearchBox isEmpty={place.state === 'unknown'} />
          <main className="x-main" ref={main} tabIndex={-1}>
            {place.state === 'unknown' && <Unknown />}
            {place.state === 'refused' && (
              <p role="alert" className="x-said">
                {place.sentence}
              </p>
            )}
            {page}
          </main>
          {paper !== null && <PaperPane key={paper} paper={paper} facts={facts} onClose={() => setPaper(null)} />}
        </div>
      </LeadsProvider>
    </WalkTo>
  );
}

function Unknown(): JSX.Element {
  useEffect(() => document.querySelector<HTMLElement>('.x-search input')?.focus(), []);
  return (
    <div className="x-said">
      <h1>{t('exploreUnknownHead')}</h1>
      <p>{t('exploreUnknown')}</p>
    </div>
  );
}
