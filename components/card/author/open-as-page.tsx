// Everything about this author in a page of its own: one command at the end of the profile. Not in a private window,
// whose pages would open outside of it.
import { t } from '../../../lib/i18n/i18n.ts';
import { useCommand } from '../commands.tsx';
import { useOpenPage } from '../open-page.ts';
import { usePerson } from './person.tsx';

export function OpenAsPage() {
  const { view, ask, paper } = usePerson();
  const { open, problem } = useOpenPage(ask);
  const openThis = (): boolean => {
    if (view.privateWindow) return false;
    open({ kind: 'person', id: view.person.id, ...(paper === undefined ? {} : { paper }) });
    return true;
  };
  useCommand('page', openThis);
  if (view.privateWindow) return null;
  return (
    <p className="b-open-page">
      <button type="button" className="b-link" data-guarded="" title={t('authorOpenPageTitle')} onClick={openThis}>
        {t('authorOpenPage')}
      </button>
      <span role="status">{problem}</span>
    </p>
  );
}
