// What was just done, with the way to undo it.
import type { JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import type { ReadingList } from './use-list.ts';

export function DoneToast({ list }: { list: ReadingList }): JSX.Element {
  return (
    <div role="status" className={list.done === null ? 'b-hidden' : 'l-toast'}>
      {list.done !== null && (
        <>
          <span>{list.done.words}</span>
          <button type="button" className="plain" onClick={() => void list.undo()}>
            {t('optionsUndo')}
          </button>
          <button type="button" className="plain" aria-label={t('listHelpClose')} onClick={list.dismiss}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  );
}
