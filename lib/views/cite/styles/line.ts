// A reference while it is written: runs of text, some in italics or bold, and marks between them that follow the rules
// of American print: no full stop after a question mark, commas within quotation marks. Pure.

import { withoutEnd } from '../../../text/without-end.ts';

export type Look = 'i' | 'b';
interface Run {
  text: string;
  look: Look | null;
}

/** Text for HTML, in attributes too. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What a mark is not put after. */
const swallows: Readonly<Record<string, string>> = { '.': '.!?', ',': ',' };

export class ReferenceLine {
  readonly #runs: Run[] = [];

  /** Without a second space, where a part between two is missing. @param look null: as the rest */
  add(added: string, look: Look | null = null): this {
    const text = this.#runs.at(-1)?.text.endsWith(' ') === true ? added.trimStart() : added;
    if (text !== '') this.#runs.push({ text, look });
    return this;
  }

  /** A full stop or a comma, where none stands yet; before a closing quotation mark that stands there. */
  mark(mark: '.' | ','): this {
    const last = this.#runs.at(-1);
    if (last === undefined) return this;
    const inside = withoutEnd(last.text, /[”’]/u);
    const quotes = last.text.slice(inside.length);
    if (swallows[mark]?.includes(inside.at(-1) ?? '') === true) return this;
    if (quotes === '') this.#runs.push({ text: mark, look: null });
    else last.text = inside + mark + quotes;
    return this;
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  get text(): string {
    return this.#runs.map(({ text }) => text).join('');
  }

  get html(): string {
    return this.#runs
      .map(({ text, look }) => (look === null ? escapeHtml(text) : `<${look}>${escapeHtml(text)}</${look}>`))
      .join('');
  }
}
