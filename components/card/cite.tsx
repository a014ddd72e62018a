// BibTeX to the clipboard; where the browser does not allow that, on the screen, selected.
import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import type { Drawers } from './drawers.ts';
import { useCommand } from './commands.tsx';
import { usePaper } from './subject.tsx';

export interface Cite {
  copied: boolean;
  copy: () => void;
}
/** How long the words "BibTeX copied" stay, in milliseconds. */
const saidFor = 4000;

export function useCite(drawers: Drawers): Cite {
  const { view } = usePaper();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = (): void => {
    // On a page without https there is no clipboard, whatever the types say.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    const done = clipboard === undefined ? Promise.reject(new Error('no clipboard')) : clipboard.writeText(view.bibtex);
    done.then(
      () => {
        setCopied(true);
        if (drawers.open === 'cite') drawers.show(null);
      },
      () => drawers.show('cite'),
    );
  };
  useCommand('cite', copy);
  return { copied, copy };
}

export function CiteButton({ cite, compact }: { cite: Cite; compact: boolean }) {
  return (
    <button
      type="button"
      className={`b-btn${compact ? ' b-square' : ''}`}
      title={t('cardCiteTitle')}
      aria-label={compact ? t('cardCiteTitle') : undefined}
      onClick={cite.copy}
    >
      <Icon name={cite.copied ? 'tick' : 'cite'} />
      {!compact && <span>{t('cardCite')}</span>}
    </button>
  );
}

export function CiteByHand() {
  const { view } = usePaper();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label className="b-by-hand">
      {t('cardCiteByHand')}
      <textarea ref={field} readOnly rows={6} dir="ltr" value={view.bibtex} spellCheck={false} />
    </label>
  );
}
