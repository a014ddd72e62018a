// One press copies a citation in the form that was chosen last, and offers the others.
import { t } from '../../lib/i18n/i18n.ts';
import { CiteChoice } from '../work/cite-choice.tsx';
import { useCiting, type Citing } from '../work/use-citing.ts';
import { Icon } from '../ui/icons.tsx';
import type { Drawers } from './drawers.ts';
import { useCommand } from './commands.tsx';
import { usePaper } from './subject.tsx';

export interface Cite extends Citing {
  press: () => void;
}

export function useCite(drawers: Drawers): Cite {
  const { view, ask } = usePaper();
  const citing = useCiting(ask, () => drawers.show('cite'));
  const press = (): void => citing.copy([view.id], null);
  useCommand('cite', press);
  return { ...citing, press };
}

export function CiteButton({ cite, drawers, compact }: { cite: Cite; drawers: Drawers; compact: boolean }) {
  const isOpen = drawers.open === 'cite';
  return (
    <button
      type="button"
      className={`b-btn${compact ? ' b-square' : ''}`}
      title={t('cardCiteTitle')}
      aria-label={compact ? t('cardCiteTitle') : undefined}
      aria-expanded={isOpen}
      aria-controls={isOpen ? drawers.id('cite') : undefined}
      onClick={cite.press}
    >
      <Icon name={cite.said === '' ? 'cite' : 'tick'} />
      {!compact && <span>{t('cardCite')}</span>}
    </button>
  );
}

export function CiteDrawer({ cite }: { cite: Cite }) {
  const { view } = usePaper();
  return <CiteChoice citing={cite} onChoose={(form) => cite.copy([view.id], form)} />;
}
