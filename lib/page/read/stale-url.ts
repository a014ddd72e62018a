// What a page of a single-page site still shows of the page before. As a rule the address changes first, then the text,
// the tags last or never; until the text changes, it is the previous page's, whatever the address says.

/** Maximum time by which an address may change after its row: some sites change the address last. */
const ADDRESS_LAG_MS = 3000;

export class StaleUrl {
  /** The page before, as long as its row may still be what is shown. */
  #before: { url: string; row: string } | null = null;
  #rowCame = -Infinity;

  /** The page row changed. Times in milliseconds. */
  rowChanged(now: number): void {
    if (this.#before === null) this.#rowCame = now;
  }

  /** The address changed. `url` and `row` are what they were: the address, and the text of the page row. */
  leave(url: string, row: string, now: number): void {
    if (now - this.#rowCame < ADDRESS_LAG_MS) this.#before = null;
    // After two quick navigations the first page is still shown.
    else this.#before ??= { url, row };
  }

  /**
   * The address whose content this page still shows; null once it shows anything else.
   * @param row its page row now, "" where it has none; null where it was not read yet
   * @param stale its tags are still what they were
   */
  previous(row: string | null, stale: boolean): string | null {
    if (this.#before === null || row === null) return this.#before?.url ?? null;
    if (row === '' ? !stale : row !== this.#before.row) this.#before = null;
    return this.#before?.url ?? null;
  }
}
