// All that Byline knows of one paper. The same in the card over a page and in a pane of our own pages.
import { useId, useRef, useState } from 'react';
import type { PaperView } from '../../lib/views/schema.ts';
import type { KeptStatus } from '../../lib/library/schema.ts';
import { ask as askWorker } from '../../lib/messages/client.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Actions } from './actions.tsx';
import { Authors } from './authors.tsx';
import { CommandScope } from './commands.tsx';
import type { Ask } from './card-data.ts';
import { HelpButton } from './help-button.tsx';
import { Header } from './header.tsx';
import { matchWords, shortName, sourceNames, type Match } from './phrases.ts';
import { sections } from './sections.ts';
import { Sources } from './sources.tsx';
import { PaperSubjectProvider } from './subject.tsx';
import { Summary } from './summary.tsx';
import { useWholeRows } from './use-whole-rows.ts';

export interface PaperCardProps {
  view: PaperView;
  /** A click on a related work. */
  onPaper: (id: string) => void;
  /** A click on an author. */
  onPerson: (id: string, name: string) => void;
  /** The reading list took a change. */
  onStatus?: (status: KeptStatus | null) => void;
  /** How the page's text was recognised as this paper. */
  match?: Match | undefined;
  /** The heading's id, for whatever is labelled by it. */
  titleId?: string;
  ask?: Ask;
}

const noOne = (): void => undefined;

export function PaperCard({
  view,
  onPaper,
  onPerson,
  onStatus = noOne,
  match,
  titleId,
  ask = askWorker,
}: PaperCardProps) {
  const id = useId();
  const [showSources, setShowSources] = useState(false);
  const [words, setWords] = useState('');
  const middle = useRef<HTMLDivElement>(null);
  useWholeRows(middle);
  const toggleSources = (): void => {
    setShowSources(!showSources);
    if (!showSources) requestAnimationFrame(() => bringUp(middle.current, '.b-sources'));
  };
  return (
    <PaperSubjectProvider value={{ view, match, ask, onPaper, onPerson, onStatus, words, onWords: setWords }}>
      <CommandScope className="b-pane">
        <header className="b-top">
          <Header titleId={titleId ?? `${id}-title`} />
        </header>
        <div className="b-middle" ref={middle}>
          <div className="b-about">
            <Authors />
            <Summary />
          </div>
          <Actions id={`${id}-drawer`} />
          {sections.map(({ id: name, shows, Section }) => shows(view) && <Section key={name} />)}
          <div id={`${id}-sources`} hidden={!showSources}>
            {showSources && <Sources />}
          </div>
        </div>
        <footer className="b-foot">
          <button
            type="button"
            className="b-link"
            aria-expanded={showSources}
            aria-controls={`${id}-sources`}
            title={t(showSources ? 'cardHideSources' : 'cardShowSources')}
            onClick={toggleSources}
          >
            {footNames(view)}
          </button>
          <span>{matchWords(match)}</span>
          <HelpButton />
        </footer>
      </CommandScope>
    </PaperSubjectProvider>
  );
}

/** Scrolls a part of the middle to its top, below the actions, which stay there as high as they are with what is open. */
function bringUp(middle: HTMLElement | null, part: string): void {
  const top = middle?.querySelector(part)?.getBoundingClientRect().top;
  if (middle === null || top === undefined) return;
  const actions = middle.querySelector('.b-actions')?.getBoundingClientRect().height ?? 0;
  middle.scrollTop += top - middle.getBoundingClientRect().top - actions;
}

/** The documents by name; our own summaries are no source of the paper's facts. */
function footNames(view: PaperView): string {
  const outside = view.sources.filter((source) => source.kind === 'document' || source.kind === 'public-record');
  const names = sourceNames(
    outside.map((source) => source.id),
    view.sources,
  );
  // When it was checked is in the list behind it.
  const short = new Set(names.map(shortName));
  return short.size === 0 ? t('cardSources') : [...short].join(' · ');
}
