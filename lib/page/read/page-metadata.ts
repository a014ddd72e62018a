// A page's metadata: the fields of an adapter's rows, scripts with JSON, COinS, `data-doi`. Texts only, cut to the limits
// of the message; the worker decides what they mean (`lib/facts`).
import { attributeOf, closest, copyOf, findAll, findIn, textIn } from '../dom.ts';
import type { FieldName, Fields, PageAdapter, RowReader } from '../../sites/adapter.ts';
import type { PageMetadata } from '../../messages/page-protocol.ts';

// Maximum sizes, as the message has them.
const TEXT_LENGTH = 10_000;
const TEXTS_PER_FIELD = 600;
const SCRIPT_LENGTH = 300_000;
/** Text that a reader does not see. */
const unseen = 'script, style, annotation, .MathJax_Preview, .MJX_Assistive_MathML';

/** An element's text without the parts that `strip` matches, its white space as one. */
function textOf(element: Element, strip?: string): string {
  const without = strip === undefined ? unseen : `${unseen}, ${strip}`;
  let from = element;
  if (element.firstElementChild !== null && findIn(element, without) !== null) {
    from = copyOf(element, true) as Element;
    for (const part of findAll(from, without)) part.remove();
  }
  return (textIn(from) ?? '')
    .slice(0, 4 * TEXT_LENGTH)
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, TEXT_LENGTH);
}

function valueOf(element: Element, name: string): string {
  const value = attributeOf(element, name)?.trim() ?? '';
  if (value === '' || (name !== 'href' && name !== 'src')) return value.slice(0, TEXT_LENGTH);
  return URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).href.slice(0, 2000) : '';
}

/** The texts of the first way in `reader` that finds any. */
function read(holders: readonly ParentNode[], reader: string): string[] {
  for (const way of reader.split(' || ')) {
    const attribute = /@([\w:-]+)$/u.exec(way);
    const selector = attribute === null ? way : way.slice(0, attribute.index);
    const found: string[] = [];
    for (const holder of holders)
      for (const element of selector === '' ? [holder] : findAll(holder, selector)) {
        if (found.length === TEXTS_PER_FIELD) break;
        const text = attribute === null ? textOf(element as Element) : valueOf(element as Element, attribute[1] ?? '');
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
    const said = texts.filter(Boolean);
    if (said.length > 0) fields[name] = said;
  };
  if (title !== null) put('title', [textOf(title, reader.strip)]);
  if (byline !== null) {
    const names = reader.names === undefined ? [] : read([byline], reader.names);
    put('authors', names.length > 0 ? names : [textOf(byline)]);
  }
  for (const [name, way] of Object.entries(reader.fields ?? {}) as [FieldName, string][]) put(name, read(holders, way));
  return fields;
}

const aside = 'li,cite,[role=doc-biblioentry],.ref-cit';

/** What a page says outside of rows. */
export function readMetadata(page: Document, adapter: PageAdapter | null): Omit<PageMetadata, 'stale'> {
  /** `attribute`: what is read in place of the text, and not in others' entries. */
  const texts = (selector: string, maximum: number, length: number, attribute?: string, holds = ''): string[] => {
    const found: string[] = [];
    for (const element of findAll(page, selector)) {
      if (found.length === maximum) break;
      const text =
        attribute === undefined
          ? textIn(element)
          : closest(element, aside) === null
            ? attributeOf(element, attribute)
            : '';
      if (text !== null && text !== '' && text.length <= length && text.includes(holds)) found.push(text);
    }
    return found;
  };
  const { scripts } = adapter ?? {};
  return {
    title: page.title.slice(0, 1000),
    linked: texts('script[type="application/ld+json"]', 20, SCRIPT_LENGTH),
    scripts: scripts === undefined ? [] : texts(scripts.select, 5, SCRIPT_LENGTH, undefined, scripts.holds),
    coins: texts('.Z3988[title]', 20, 4000, 'title'),
    dois: texts('[data-doi]', 20, 300, 'data-doi'),
  };
}
