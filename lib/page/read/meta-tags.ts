// The tags by which a page says what paper it is about.
import { attributeOf, closest, findAll, parentOf, textIn } from '../dom.ts';

const wanted =
  /^(?:citation_|dc[._:]|dcterms[._:]|prism[._:]|bepress_citation_|eprints[._]|og:(?:title|site_name|type|url)$)/iu;
/** Not used here, and some pages have thousands. */
const unwanted = /citation_(?:reference|keywords?|author_\w+|fulltext_world_readable)$/iu;
const names = /author|creator|contributor/iu;
/** Maximum tags of one name, maximum tags of people, and of all. A collaboration's paper has ten thousand authors: 500
 *  are kept, and one more says that there are more; title and DOI may come after all of them. */
const MAXIMUM_OF_ONE_NAME = 20;
const MAXIMUM_PEOPLE = 501;
const MAXIMUM_TAGS = 2000;

/** An article in a list is another paper. */
const article = ':is([itemtype*=Article],[typeof*=Article])';

/** The first of these attributes that an element has. */
const first = (element: Element, ...attributes: string[]): string =>
  attributes.map((name) => attributeOf(element, name)).find((value) => value !== null) ?? '';

/** [name, content] of `citation_*`, Dublin Core and PRISM tags, within the limits of the message; after them what the
 *  page's markup says of an article. */
export function metaOf(page: Document): [string, string][] {
  const found: [string, string][] = [];
  const counts = new Map<string, number>();
  const add = (name: string, content: string): void => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (
      content !== '' &&
      found.length < MAXIMUM_TAGS &&
      count <= (names.test(name) ? MAXIMUM_PEOPLE : MAXIMUM_OF_ONE_NAME)
    )
      found.push([name, content.slice(0, 4000)]);
  };
  for (const tag of findAll(page, 'meta[name][content], meta[property][content]')) {
    const name = first(tag, 'name', 'property');
    if (wanted.test(name) && !unwanted.test(name) && name.length < 200) add(name, first(tag, 'content'));
  }
  // Microdata and RDFa: a page with several articles is a list.
  const [item, another] = findAll(page, `${article}:not(li,li *,${article} *)`);
  if (item === undefined || another !== undefined) return found;
  add('schema:@type', first(item, 'itemtype', 'typeof'));
  add('schema:@id', first(item, 'itemid', 'resource'));
  for (const element of findAll(item, '[itemprop],[property]')) {
    const around = parentOf(element);
    // Properties of a thing inside belong to that thing.
    if (around !== null && closest(around, '[itemscope],[typeof]') === item)
      add(
        `schema:${first(element, 'itemprop', 'property').slice(0, 99)}`,
        first(element, 'content', 'datetime', 'href') ||
          (textIn(findAll(element, '[itemprop=name],[property=name]')[0] ?? element) ?? ''),
      );
  }
  return found;
}
