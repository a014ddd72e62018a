// A file that was recognised: what it is, what its pack will be called, and the word to begin.
import { useEffect, useId, useRef, useState, type JSX } from 'react';
import { language, t } from '../../../lib/i18n/i18n.ts';
import { bytesWords } from '../bytes.ts';
import { packIdOf, type Proposal } from './import-file.ts';
import type { PackList } from './use-packs.ts';

export function ProposalForm(props: {
  proposal: Proposal;
  packs: PackList['packs'];
  busy: boolean;
  onBegin: (name: string, id: string) => void;
  onDrop: () => void;
}): JSX.Element {
  const { proposal, packs, busy } = props;
  const { facts } = proposal;
  const [name, setName] = useState(facts.name);
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  // The form came because the reader chose a file: the name is the one thing to look at.
  useEffect(() => input.current?.focus(), []);
  const reserved = ['own', ...packs.filter(({ bundled }) => bundled).map(({ id }) => id)];
  const id = packIdOf(proposal, name.trim(), reserved);
  const replaced = packs.find((pack) => pack.id === id);
  const submit = (): void => {
    if (name.trim() !== '' && !busy) props.onBegin(name.trim(), id);
  };
  return (
    <form
      className="proposal"
      data-proposal
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      aria-label={t('packsProposalLabel', proposal.file.name)}
    >
      <p>
        <strong className="host">{proposal.file.name}</strong>{' '}
        <span className="quiet">
          {t('packsProposalWhat', proposal.what, bytesWords(proposal.file.size, language()))}
        </span>
      </p>
      <p className="proposal-name">
        <label htmlFor={field}>{t('packsName')}</label>
        <input
          id={field}
          name="name"
          className="field"
          value={name}
          maxLength={120}
          required
          ref={input}
          onInput={(event) => setName(event.currentTarget.value)}
          onChange={(event) => setName(event.target.value)}
        />
      </p>
      {(facts.attribution !== '' || facts.licence !== '') && (
        <p className="why">{[facts.attribution, facts.licence].filter((words) => words !== '').join(' · ')}</p>
      )}
      {replaced !== undefined && <p className="why">{t('packsReplaces', replaced.name)}</p>}
      <p className="proposal-ends">
        <button type="submit" className="b-btn b-primary" aria-disabled={busy}>
          {t('packsBegin')}
        </button>
        <button type="button" className="b-btn" onClick={props.onDrop}>
          {t('packsCancel')}
        </button>
      </p>
    </form>
  );
}
