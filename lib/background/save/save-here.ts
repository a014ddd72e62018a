// "Save" from the browser's own menu or by key: finds the paper meant, puts it on the list, and says on the page what
// happened.
import { entriesOfPapers, storesIn, type Stores } from '../stores.ts';
import { t, type MessageKey } from '../../i18n/i18n.ts';
import { lookAt } from '../tab-address.ts';
import { rowsOf } from '../handlers/card.ts';
import { paperMeant, type Meant } from './find-paper.ts';
import { currentOn, sayOn } from './on-page.ts';
import { setPaperStatus } from './set-status.ts';

const notFound = { page: 'hereNoPage', link: 'hereNoLink', selection: 'hereNoTitle' } as const satisfies Record<
  Meant['kind'],
  MessageKey
>;

/** Maximum characters of a title in a notice. */
const MAX_TITLE = 80;
const shortened = (title: string): string => (title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title);

async function save(stores: Stores, id: string, tab: number, page: string): Promise<void> {
  const [row] = await rowsOf(stores, [id], page);
  const title = shortened(row?.title ?? '');
  const entry = (await entriesOfPapers(stores, [{ paper: { id }, ids: [] }])).get(id);
  if (entry !== undefined || (row !== undefined && row.status !== null))
    return sayOn(tab, { text: t('hereOnList', title), paper: null });
  await setPaperStatus(stores, { id, status: 'to-read' }, page);
  await sayOn(tab, { text: t('hereSaved', title), paper: id });
}

/** @param meant null: what the reader is at on the page, else the page's own paper */
export async function saveHere(stores: Stores, tab: number, meant: Meant | null): Promise<void> {
  const { address, inPrivate } = await lookAt(tab);
  if (inPrivate) return sayOn(tab, { text: t('herePrivate'), paper: null });
  try {
    const seen = storesIn(stores, inPrivate);
    const current = meant === null ? await currentOn(tab) : null;
    const wanted = meant ?? { kind: 'page' as const };
    const id = current ?? (await paperMeant(seen, wanted, tab, address));
    if (id === null) await sayOn(tab, { text: t(notFound[wanted.kind]), paper: null });
    else await save(seen, id, tab, address);
  } catch (error) {
    console.warn('Byline: a paper could not be saved from the page', error);
    await sayOn(tab, { text: t('hereNotSaved'), paper: null });
  }
}
