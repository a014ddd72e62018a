// What the page says about itself as a whole, sent when it is new. After a navigation inside the page its tags, scripts
// and page row are still the previous page's until they change.
import type { PageAdapter } from '../../sites/adapter.ts';
import { StaleUrl } from './stale-url.ts';
import { metaOf } from './meta-tags.ts';
import { readMetadata } from './page-metadata.ts';
import type { PageHead } from './block-queue.ts';

export class MetadataWatcher {
  readonly #staleUrl = new StaleUrl();
  /** The address whose metadata is read. */
  #url = location.href;
  /** Tags and scripts as they were last read, and as they were before the last navigation inside the page. */
  #last = '';
  #before = '';

  /** @param row text of the page row; null where it was not read yet */
  head(adapter: PageAdapter | null, row: string | null): PageHead {
    const meta = metaOf(document);
    const page = readMetadata(document, adapter);
    const { title: _, ...rest } = page;
    this.#last = JSON.stringify([meta, rest]);
    const stale = this.#last === this.#before;
    // After anything else, the same again is new.
    if (!stale) this.#before = '';
    return { url: location.href, meta, page: { ...page, stale }, previousUrl: this.#staleUrl.previous(row, stale) };
  }

  /** As `head`; null where tags and scripts have not changed. */
  news(adapter: PageAdapter | null, row: string | null): PageHead | null {
    const before = this.#last;
    const head = this.head(adapter, row);
    return this.#last === before ? null : head;
  }

  rowChanged(): void {
    this.#staleUrl.rowChanged(performance.now());
  }

  /** From now on the page is another address's. */
  leave(row: string): void {
    this.#staleUrl.leave(this.#url, row, performance.now());
    this.#url = location.href;
    this.#before = this.#last;
  }
}
