// The browser's own menu on pages, links and selected text.
import { browser } from '../../browser/browser.ts';
import { t } from '../../i18n/i18n.ts';
import type { Stores } from '../stores.ts';
import type { Meant } from './find-paper.ts';
import { saveHere } from './save-here.ts';

const web = ['http://*/*', 'https://*/*'];

/** Titles may change with a version, so all are made again at each install and update. */
async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const on = { documentUrlPatterns: web };
  browser.contextMenus.create({ ...on, id: 'page', contexts: ['page'], title: t('menuSavePage') });
  browser.contextMenus.create({
    ...on,
    id: 'link',
    contexts: ['link'],
    targetUrlPatterns: web,
    title: t('menuSaveLink'),
  });
  browser.contextMenus.create({ ...on, id: 'selection', contexts: ['selection'], title: t('menuSaveSelection') });
}

function meantBy(item: string | number, link: string | undefined, text: string | undefined): Meant | null {
  if (item === 'page') return { kind: 'page' };
  if (item === 'link' && link !== undefined) return { kind: 'link', address: link };
  return item === 'selection' && text !== undefined ? { kind: 'selection', text } : null;
}

export function followMenus(stores: Stores): void {
  browser.runtime.onInstalled.addListener(
    () => void makeMenus().catch((error: unknown) => console.warn('Byline: no menu on pages', error)),
  );
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, selectionText }, tab) => {
    const meant = meantBy(menuItemId, linkUrl, selectionText);
    if (meant !== null && tab?.id !== undefined) void saveHere(stores, tab.id, meant);
  });
}
