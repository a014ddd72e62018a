// What a page says in its own structures: the fields of an adapter's rows, scripts with JSON, COinS, `data-doi`. Texts
// only, cut to the limits of the message; what they mean is the worker's matter (`lib/facts`).
import type { FieldName, Fields, PageAdapter, RowReader } from '../../sites/adapter.ts';
import type { SaidOfPage } from '../../messages/page-protocol.ts';

const longestText = 10_000;
const mostTexts = 600;
const longestScript = 300_000;
/** Its text is no part of what a reader sees. */
const unseen = 'script, style, annotation, .MathJax_Preview, .MJX_Assistive_MathML';

/** An element's text without the parts that `strip` matches, its white space as one. */
function textOf(element: Element, strip?: string): string {
  const without = strip === undefined ? unseen : `${unseen}, ${strip}`;
  let from = element;
  if (element.firstElementChild !== null && element.querySelector(without) !== null) {
    from = element.cloneNode(true) as Element;
    for (const part of from.querySelectorAll(without)) part.remove();
  }
  return (from.textContent ?? '')
    .slice(0, 4 * longestText)
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, longestText);
}

function attributeOf(element: Element, name: string): string {
  const value = element.getAttribute(name)?.trim() ?? '';
  if (value === '' || (name !== 'href' && name !== 'src')) return value.slice(0, longestText);
  return URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).href.slice(0, 2000) : '';
}

/** The texts of the first way in `reader` that finds any. */
function read(holders: readonly ParentNode[], reader: string): string[] {
  for (const way of reader.split(' || ')) {
    const attribute = /@([\w:-]+)$/u.exec(way);
    const selector = attribute === null ? way : way.slice(0, attribute.index);
    const found: string[] = [];
    for (const holder of holders)
      for (const element of selector === '' ? [holder] : holder.querySelectorAll(selector)) {
        if (found.length === mostTexts) break;
        const text =
          attribute === null ? textOf(element as Element) : attributeOf(element as Element, attribute[1] ?? '');
        if (text !== '') found.push(text);
      }
    if (found.length > 0) return found;
  }
  return [];
}

/** The fields of one row. `holders`: the elements that make the row; the document for the page's own paper. */
export function fieldsOf(
  reader: RowReader,
  holders: readonly ParentNode[],
  title: Element | null,
  byline: Element | null,
): Fields {
  const fields: Fields = {};
  const put = (name: FieldName, texts: string[]): void => {
    if (texts.length > 0) fields[name] = texts;
  };
  if (title !== null) put('title', [textOf(title, reader.strip)].filter(Boolean));
  if (byline !== null) {
    const names = reader.names === undefined ? [] : read([byline], reader.names);
    put('authors', names.length > 0 ? names : [textOf(byline)].filter(Boolean));
  }
  for (const [name, way] of Object.entries(reader.fields ?? {}) as [FieldName, string][]) put(name, read(holders, way));
  return fields;
}

const aside = 'li, cite, [role="doc-biblioentry"], .ref-cit';

/** What stands outside of rows. */
export function saidOfPage(page: Document, adapter: PageAdapter | null): Omit<SaidOfPage, 'stale'> {
  /** `attribute`: what is read in place of the text, and not in others' entries. */
  const texts = (selector: string, most: number, longest: number, attribute?: string, holds = ''): string[] => {
    const found: string[] = [];
    for (const element of page.querySelectorAll(selector)) {
      if (found.length === most) break;
      const its =
        attribute === undefined
          ? element.textContent
          : element.closest(aside) === null
            ? element.getAttribute(attribute)
            : '';
      if (its !== null && its !== '' && its.length <= longest && its.includes(holds)) found.push(its);
    }
    return found;
  };
  const { scripts } = adapter ?? {};
  return {
    title: page.title.slice(0, 1000),
    linked: texts('script[type="application/ld+json"]', 20, longestScript),
    scripts: scripts === undefined ? [] : texts(scripts.select, 5, longestScript, undefined, scripts.holds),
    coins: texts('.Z3988[title]', 20, 4000, 'title'),
    dois: texts('[data-doi]', 20, 300, 'data-doi'),
  };
}
