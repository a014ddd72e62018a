// The paper that is chosen in the side panel, which has room for more than its card: the profile of an author of its, the
// works related to it, or the research graph around it.
import { useId, useState, type JSX, type KeyboardEvent } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import { direction, t } from '../../../lib/i18n/i18n.ts';
import { Facts } from '../../card/card-data.ts';
import { CardStack } from '../../card/card-stack.tsx';
import { Roomy } from '../../card/roomy.ts';
import { AuthorLook } from './author-look.tsx';
import { GraphLook } from './graph-look.tsx';
import { Title } from '../../ui/title.tsx';
import { useAnswer } from '../../card/use-answer.ts';
import type { PaperView } from '../../../lib/views/schema.ts';
import { looks, papersSubject, tabAfter, type Look, type LookProps } from './look.ts';
import { RelatedLook } from './related-look.tsx';

/** @param status of the paper; another one is read again */
export function ChosenPaper(
  props: Omit<LookProps, 'facts'> & { look: Look; onLook: (look: Look) => void; status?: string },
): JSX.Element {
  const { paper, onOpen, look, onLook, status = '' } = props;
  const [facts] = useState(() => new Facts(ask));
  const id = useId();
  const shared = { paper, facts, onOpen };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = looks.findIndex((one) => one.look === look);
    const next = tabAfter(event.key, at, looks.length, direction() === 'rtl');
    const to = next === null ? undefined : looks[next];
    if (to === undefined) return;
    event.preventDefault();
    onLook(to.look);
    event.currentTarget.querySelector<HTMLElement>(`[data-look="${to.look}"]`)?.focus();
  };
  return (
    <div className="popup-paper">
      <div className="b-sort looks" role="tablist" tabIndex={-1} aria-label={t('panelLooks')} onKeyDown={onKeyDown}>
        {looks.map(({ look: one, words }) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            data-look={one}
            aria-selected={one === look}
            aria-controls={`${id}-panel`}
            tabIndex={one === look ? 0 : -1}
            onClick={() => onLook(one)}
          >
            {t(words)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${look}`}>
        <Roomy value>
          {look !== 'paper' && <PaperTitle paper={paper} facts={facts} />}
          {look === 'paper' && <CardStack key={status} subject={papersSubject(paper)} facts={facts} />}
          {look === 'author' && <AuthorLook {...shared} />}
          {look === 'related' && <RelatedLook {...shared} />}
          {look === 'graph' && <GraphLook {...shared} />}
        </Roomy>
      </div>
    </div>
  );
}

/** What is looked at belongs to this paper; its card has the title itself. */
function PaperTitle({ paper, facts }: Pick<LookProps, 'paper' | 'facts'>): JSX.Element | null {
  const answer = useAnswer<PaperView>(() => facts.paper(paper), facts.knownPaper(paper));
  if (answer.state !== 'answered') return null;
  const { title, titleParts } = answer.value;
  return (
    <h2 className="panel-title" dir="auto">
      <Title parts={titleParts} plain={title} />
    </h2>
  );
}
