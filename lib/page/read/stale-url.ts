// What a page inside a single-page site still shows of the page before. The address changes first as a rule, then the
// text, the tags last or never; until the text does, it is the last page's, whatever the address says.

/** A row that came so shortly before its address belongs to it: some sites change the address last. */
const addressMayLagMs = 3000;

export class Left {
  /** The page before, as long as its row may still be what is shown. */
  #before: { url: string; row: string } | null = null;
  #rowCame = -Infinity;

  /** The page's own row became another one. Times in milliseconds. */
  rowChanged(now: number): void {
    if (this.#before === null) this.#rowCame = now;
  }

  /** The address changed. `url` and `row` are what they were: the address, and the text of the page's own row. */
  leave(url: string, row: string, now: number): void {
    if (now - this.#rowCame < addressMayLagMs) this.#before = null;
    // Who goes on before anything else is shown still sees the first page.
    else this.#before ??= { url, row };
  }

  /**
   * The address of which this page still shows what it showed there; null once it shows anything else.
   * @param row its own row now, "" where it has none; null where it was not read yet
   * @param stale its tags are still what they were
   */
  by(row: string | null, stale: boolean): string | null {
    if (this.#before === null || row === null) return this.#before?.url ?? null;
    if (row === '' ? !stale : row !== this.#before.row) this.#before = null;
    return this.#before?.url ?? null;
  }
}
