// The head of the page: how many papers, and what opens over the list.
import type { JSX } from 'react';
import { number, t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import type { ReadingList } from './use-list.ts';

/** What is open above the list, or in its place; null: nothing. */
export type Panel = 'figures' | 'export' | 'import' | 'machines' | 'help' | 'bin' | null;

export function TopBar(props: { list: ReadingList; panel: Panel; onPanel: (panel: Panel) => void }): JSX.Element {
  return (
    <header className="l-top">
      <p className="brand">
        <Icon name="byline" />
        {t('extName')}
      </p>
      <h1>
        {t('libraryTitle')} {props.list.rows !== null && <span className="l-count">{number(props.list.total)}</span>}
      </h1>
      <span className="l-top-end">
        <TopButton panel="figures" now={props.panel} words={t('listFigures')} onPress={props.onPanel} />
        <TopButton panel="import" now={props.panel} words={t('listImport')} onPress={props.onPanel} />
        <TopButton panel="export" now={props.panel} words={t('listExport')} onPress={props.onPanel} />
        <TopButton panel="machines" now={props.panel} words={t('machinesPanel')} onPress={props.onPanel} />
        <TopButton
          panel="bin"
          now={props.panel}
          words={t('listBinCount', number(props.list.binned))}
          onPress={props.onPanel}
        />
        <TopButton panel="help" now={props.panel} words={t('listHelp')} onPress={props.onPanel} />
      </span>
    </header>
  );
}

function TopButton(props: {
  panel: Exclude<Panel, null>;
  now: Panel;
  words: string;
  onPress: (panel: Panel) => void;
}): JSX.Element {
  const isOpen = props.now === props.panel;
  return (
    <button
      type="button"
      className="plain"
      aria-expanded={isOpen}
      onClick={() => props.onPress(isOpen ? null : props.panel)}
    >
      {props.words}
    </button>
  );
}
