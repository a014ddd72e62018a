// The paper's code: the first link is a button with the repository's name on it; who says that it is the paper's
// code is shown below. A guess is never filled in: it looks like, and is called, a guess. What is only linked or cited
// somewhere is in the list alone: a click that hurries never opens it.
import { useEffect, useRef } from 'react';
import { isAuthorsCode } from '../../../lib/paper/authors-code.ts';
import type { CodeLink } from '../../../lib/paper/schema.ts';
import { count, t } from '../../../lib/i18n/i18n.ts';
import { openAddress, safeAddress } from '../../ui/address.ts';
import { Icon } from '../../ui/icons.tsx';
import { Link } from '../../ui/link.tsx';
import type { Drawers } from '../drawers.ts';
import { useCommand } from '../commands.tsx';
import { codeName, codeWords } from '../phrases.ts';
import { usePaper } from '../subject.tsx';

/** Links that may be opened at all, in the catalog's order. */
function useCode() {
  const { view } = usePaper();
  return view.code.filter((link) => safeAddress(link.url) !== null);
}

/** The link that the button opens: none where all are only linked or cited. */
const ownCode = (code: readonly CodeLink[]): CodeLink | undefined => code.find(isAuthorsCode);

export function CodeButton({ drawers }: { drawers: Drawers }) {
  const code = useCode();
  const first = ownCode(code);
  const listId = drawers.open === 'code' ? drawers.id('code') : undefined;
  useCommand('code', () => {
    if (code.length === 0) return false;
    if (code.length === 1 && first !== undefined) openAddress(first.url);
    else drawers.toggle('code');
    return true;
  });
  if (code.length === 0) return null;
  if (first === undefined)
    return (
      <button
        type="button"
        className="b-btn"
        aria-expanded={drawers.open === 'code'}
        aria-controls={listId}
        onClick={() => drawers.toggle('code')}
      >
        <Icon name="code" />
        {count('codeLinks', code.length)}
      </button>
    );
  const sure = first.certainty !== 'not confirmed' && first.official !== false;
  return (
    <span className="b-code-button">
      <Link to={first.url} className={`b-btn${sure ? ' b-primary' : ''}`} title={first.url}>
        <Icon name="code" />
        <span translate="no">{codeName(first)}</span>
      </Link>
      {code.length > 1 && (
        <button
          type="button"
          className="b-btn b-square"
          aria-label={t('codeAll')}
          title={t('codeAll')}
          aria-expanded={drawers.open === 'code'}
          aria-controls={listId}
          onClick={() => drawers.toggle('code')}
        >
          <Icon name="chevron" />
        </button>
      )}
    </span>
  );
}

/** Who says that the first link is the code; the repository's full name where the button has room for a part of it. */
export function CodeLine() {
  const { view } = usePaper();
  const code = useCode();
  const first = ownCode(code);
  if (first === undefined) return null;
  return (
    <p className="b-line">
      {codeName(first) !== first.label && (
        <>
          <span translate="no">{first.label}</span>
          {' · '}
        </>
      )}
      {codeWords(first, view.sources)}
      {code.length > 1 && ` · ${count('codeMore', code.length - 1)}`}
    </p>
  );
}

/** All of them, each with host, who says so, and whether it is the authors' own. */
export function CodeList() {
  const { view } = usePaper();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('a')?.focus(), []);
  return (
    <ul className="b-code-list" ref={list}>
      {useCode().map((link) => (
        <li key={link.url}>
          <Link to={link.url} title={link.url}>
            <span translate="no">{link.label}</span>
          </Link>
          <span className="b-line">{codeWords(link, view.sources)}</span>
        </li>
      ))}
    </ul>
  );
}
