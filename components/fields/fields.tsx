// "Your fields": which of arXiv's fields the catalog has, how far they are, and the choice of more.
import { useEffect, useRef, useState, useSyncExternalStore, type JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import { Chooser } from './chooser.tsx';
import { Chosen } from './chosen.tsx';
import { hearProposals, proposedSets } from './proposed.ts';
import { useFields } from './use-fields.ts';
import './fields.css';

export function Fields(): JSX.Element {
  const fields = useFields();
  /** Whether the institution lets anything be fetched. */
  const [network, setNetwork] = useState(true);
  useEffect(() => {
    ask('settings.managed', {}).then(
      (managed) => setNetwork(managed.network),
      () => setNetwork(true),
    );
  }, []);
  const { status, problem, change, allow } = fields;
  const [opened, setOpened] = useState(false);
  const proposed = useSyncExternalStore(hearProposals, proposedSets, proposedSets);
  const choice = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (proposed.length === 0) return;
    setOpened(true);
    choice.current?.scrollIntoView({ block: 'start' });
    choice.current?.querySelector('summary')?.focus({ preventScroll: true });
  }, [proposed]);
  const isPrivate = browser.extension.inIncognitoContext === true;
  const chosen = status?.fields ?? [];
  const shown = chosen.filter(({ set }) => !fields.removing.includes(set));
  return (
    <div className="fields">
      {chosen.length > 0 && status !== null && (
        <Chosen fields={fields} status={status} shown={shown} readOnly={isPrivate} />
      )}
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      {!network && <p className="why">{t('errorManagedNetwork')}</p>}
      {isPrivate && <p className="why">{t('fieldsPrivate')}</p>}
      {network && !isPrivate && status !== null && (
        <details
          ref={choice}
          className="fields-more"
          open={opened || chosen.length === 0}
          onToggle={(event) => setOpened(event.currentTarget.open)}
        >
          <summary>{t(chosen.length === 0 ? 'fieldsChoose' : 'fieldsMore')}</summary>
          <Chooser
            key={proposed.join(' ')}
            proposed={proposed}
            has={chosen.map(({ set }) => set)}
            onChoose={async (sets, span) => {
              const yes = await allow().catch(() => false);
              if (!yes) return false;
              const done = await change(() => ask('fields.choose', { sets: [...sets], span }));
              if (done) setOpened(false);
              return done;
            }}
          />
        </details>
      )}
      {status !== null && status.papers > 0 && (
        <p className="b-hidden" role="status">
          {count('fieldsPapers', status.papers)}
        </p>
      )}
    </div>
  );
}
