// What one does with a paper: its code, save, cite, open elsewhere. What a button needs to say or offer further
// opens below the row, one at a time, inside the card: nothing floats, nothing is cut off, nothing covers.
import { useState, type ReactNode } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { CodeButton, CodeLine, CodeList } from './code/code.tsx';
import { CiteButton, CiteDrawer, useCite } from './cite.tsx';
import { ElsewhereButton, ElsewhereLinks } from './elsewhere.tsx';
import { PdfButton } from './pdf.tsx';
import { SaveButton, SaveLine, StatusChoice, useSave } from './save.tsx';
import type { Drawer, Drawers } from './drawers.ts';
import { usePaper } from './subject.tsx';

export function Actions({ id }: { id: string }) {
  const { view } = usePaper();
  const [open, setOpen] = useState<Drawer | null>(null);
  const drawers: Drawers = {
    open,
    show: setOpen,
    toggle: (drawer) => setOpen((before) => (before === drawer ? null : drawer)),
    id: (drawer) => `${id}-${drawer}`,
  };
  const save = useSave(drawers);
  const cite = useCite(drawers);
  const citeSaid = cite.problem ?? cite.said;
  const contents: Record<Drawer, () => ReactNode> = {
    code: () => <CodeList />,
    status: () => <StatusChoice save={save} />,
    cite: () => <CiteDrawer cite={cite} />,
    elsewhere: () => <ElsewhereLinks />,
  };
  const compact = view.code.length > 0;
  return (
    <div className="b-actions">
      <div className="b-action-row" role="group" aria-label={t('cardActions')}>
        <CodeButton drawers={drawers} />
        <SaveButton save={save} drawers={drawers} />
        <CiteButton cite={cite} drawers={drawers} compact={compact} />
        <PdfButton />
        <span className="b-grow" />
        <ElsewhereButton drawers={drawers} />
      </div>
      {open !== null && (
        <div className="b-drawer" id={drawers.id(open)}>
          {contents[open]()}
        </div>
      )}
      {open !== 'code' && <CodeLine />}
      <SaveLine save={save} />
      {/* In the tree from the start: a screen reader announces what changes in it. */}
      <div role="status" className={citeSaid === '' ? 'b-hidden' : 'b-line'}>
        {citeSaid}
      </div>
    </div>
  );
}
