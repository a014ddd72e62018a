// Where there is something to say of the chosen folder: in the popup and above the list. Lists of other machines are merged
// when the list's page opens.
import type { JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { FolderSaid } from './folder-said.tsx';
import { useFolder } from './use-folder.ts';

export function FolderLine(props: {
  className: string;
  page: 'popup' | 'list';
  exchanges: boolean;
}): JSX.Element | null {
  const { className, page, exchanges } = props;
  const state = useFolder(exchanges);
  const { folder, busy, allow } = state;
  if (folder === undefined) return null;
  const isRefused = folder === null || !folder.isAllowed;
  const hasWord =
    state.said !== '' || state.question !== null || state.unread.length > 0 || state.problem !== null || isRefused;
  if (!hasWord) return null;
  return (
    <div role="status" className={className}>
      {isRefused && (
        <p>
          {folder === null ? t('folderGone') : t('folderClosed', folder.name)}{' '}
          {folder !== null && page === 'list' && (
            <button type="button" className="plain" aria-disabled={busy} onClick={allow}>
              {t('folderAllow')}
            </button>
          )}
          {/* The browser's question would close the popup, and be closed with it. */}
          {page === 'popup' && (
            <a href="/library.html" target="_blank" rel="noreferrer">
              {t('listOpen')}
            </a>
          )}
        </p>
      )}
      <FolderSaid state={state} />
    </div>
  );
}
