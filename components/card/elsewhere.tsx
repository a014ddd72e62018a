// The other places where the paper lives: arXiv, PDF, Semantic Scholar, Google Scholar, its DOI.
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import type { Drawers } from './drawers.ts';
import { usePaper } from './subject.tsx';

export function ElsewhereButton({ drawers }: { drawers: Drawers }) {
  const { view } = usePaper();
  if (view.elsewhere.length === 0) return null;
  const open = drawers.open === 'elsewhere';
  return (
    <button
      type="button"
      className="b-btn b-square"
      aria-label={t('cardElsewhere')}
      title={t('cardElsewhere')}
      aria-expanded={open}
      aria-controls={open ? drawers.id('elsewhere') : undefined}
      onClick={() => drawers.toggle('elsewhere')}
    >
      <Icon name="elsewhere" />
    </button>
  );
}

export function ElsewhereLinks() {
  const { view } = usePaper();
  return (
    <ul className="b-places">
      {view.elsewhere.map((place) => (
        <li key={place.url}>
          <Link to={place.url}>{place.name}</Link>
        </li>
      ))}
    </ul>
  );
}
