// What the page says of itself as a whole, told when it is new. After a navigation inside the page its tags, scripts
// and row are still the last page's until they change.
import type { PageAdapter } from '../../sites/adapter.ts';
import { Left } from './stale-url.ts';
import { metaOf } from './meta-tags.ts';
import { saidOfPage } from './page-metadata.ts';
import type { PageHead } from './block-queue.ts';

export class Telling {
  readonly #left = new Left();
  /** The address that is told of. */
  #url = location.href;
  /** Tags and scripts as they were when they were last read, and before the last navigation inside the page. */
  #told = '';
  #before = '';

  get url(): string {
    return this.#url;
  }

  /** @param row text of the page's own row; null where it was not read yet */
  head(adapter: PageAdapter | null, row: string | null): PageHead {
    const meta = metaOf(document);
    const said = saidOfPage(document, adapter);
    const { title: _, ...rest } = said;
    this.#told = JSON.stringify([meta, rest]);
    const stale = this.#told === this.#before;
    // Whatever was told in between, the same again is new.
    if (!stale) this.#before = '';
    return { url: location.href, meta, said: { ...said, stale }, left: this.#left.by(row, stale) };
  }

  /** As `head`; null where tags and scripts are as they were told. */
  news(adapter: PageAdapter | null, row: string | null): PageHead | null {
    const before = this.#told;
    const head = this.head(adapter, row);
    return this.#told === before ? null : head;
  }

  rowChanged(): void {
    this.#left.rowChanged(performance.now());
  }

  /** The page is another address's from now on. */
  leave(row: string, url: string): void {
    this.#left.leave(this.#url, row, performance.now());
    this.#url = url;
    this.#before = this.#told;
  }
}
