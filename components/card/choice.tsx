// Several papers: of one title, of which one is meant, or of one citation, which means them all.
import { useRef } from 'react';
import type { WorkRow } from '../../lib/views/schema.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { WorkList, stepRows } from '../work/list.tsx';
import { CommandScope, useCommand } from './commands.tsx';

interface ChoiceProps {
  rows: readonly WorkRow[];
  head: string;
  /** One of them is meant. */
  isOne: boolean;
  titleId: string;
  onPaper: (id: string) => void;
}

export function Choice(props: ChoiceProps) {
  return (
    <CommandScope className="b-pane">
      <Rows {...props} />
    </CommandScope>
  );
}

function Rows({ rows, head, isOne, titleId, onPaper }: ChoiceProps) {
  const box = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => (): boolean => box.current !== null && stepRows(box.current, by);
  useCommand('next', step(1));
  useCommand('previous', step(-1));
  return (
    <>
      <header className="b-top">
        <h2 className="b-title" id={titleId}>
          {head}
        </h2>
        {isOne && <p className="b-meta">{t('cardChooseWhich')}</p>}
      </header>
      <div className="b-middle" ref={box}>
        <section className="b-section">
          <WorkList works={rows} onOpen={onPaper} />
        </section>
      </div>
    </>
  );
}
