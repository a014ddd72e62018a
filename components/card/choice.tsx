// Several papers of one title: which one is it.
import { useRef } from 'react';
import type { WorkRow } from '../../lib/views/schema.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { WorkList, stepRows } from '../work/list.tsx';
import { CommandScope, useCommand } from './commands.tsx';

interface ChoiceProps {
  rows: readonly WorkRow[];
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

function Rows({ rows, titleId, onPaper }: ChoiceProps) {
  const box = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => (): boolean => box.current !== null && stepRows(box.current, by);
  useCommand('next', step(1));
  useCommand('previous', step(-1));
  return (
    <>
      <header className="b-top">
        <h2 className="b-title" id={titleId}>
          {count('cardChoose', rows.length)}
        </h2>
        <p className="b-meta">{t('cardChooseWhich')}</p>
      </header>
      <div className="b-middle" ref={box}>
        <section className="b-section">
          <WorkList works={rows} onOpen={onPaper} />
        </section>
      </div>
    </>
  );
}
