// A file that was recognised: what it is, what its pack will be called, and the button to begin.
import { useEffect, useId, useRef, useState, type JSX } from 'react';
import { language, t } from '../../../lib/i18n/i18n.ts';
import { bytesWords } from '../../ui/bytes.ts';
import { packIdOf, type Proposal } from './import-file.ts';
import type { PackList } from './use-packs.ts';

export function ProposalForm(props: {
  /** Its name. */
  file: string;
  proposal: Proposal;
  packs: PackList['packs'];
  /** The reader chose it just now. */
  focus: boolean;
  onBegin: (name: string, id: string) => Promise<void>;
  onDrop: () => void;
}): JSX.Element {
  const { file, proposal, packs, focus } = props;
  const [name, setName] = useState(proposal.name);
  const [busy, setBusy] = useState(false);
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  // The form came because the reader chose a file: the name is the one thing to look at.
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  const reserved = ['own', ...packs.filter(({ bundled }) => bundled).map(({ id }) => id)];
  const id = packIdOf(proposal, name.trim(), reserved);
  const replaced = packs.find((pack) => pack.id === id);
  const submit = (): void => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    void props.onBegin(name.trim(), id).then(() => setBusy(false));
  };
  return (
    <form
      className="proposal"
      data-proposal
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      aria-label={t('packsProposalLabel', file)}
    >
      <p>
        <strong className="host">{file}</strong>{' '}
        <span className="quiet">
          {proposal.size === null
            ? proposal.what
            : t('packsProposalWhat', proposal.what, bytesWords(proposal.size, language()))}
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
      {(proposal.attribution !== '' || proposal.licence !== '') && (
        <p className="why">{[proposal.attribution, proposal.licence].filter((words) => words !== '').join(' · ')}</p>
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
