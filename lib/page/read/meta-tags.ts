// The tags by which a page says what paper it is about.
import { attributeOf, closest, findAll, parentOf, textIn } from '../dom.ts';

/** Not those that are not used here, of which some pages have thousands. */
const wanted =
  /^(?:(?:bepress_)?citation_(?!(?:reference|keywords?|author_\w+)$)|(?:dc|dcterms|prism|eprints)[._:]|og:(?:title|site_name|type|url)$)/iu;
const names = /author|creator|contributor/iu;
/** Maximum tags of one name, maximum tags of people, and of all. A collaboration's paper has ten thousand authors: 500
 *  are kept, and one more says that there are more; title and DOI may come after all of them. */
const MAXIMUM_OF_ONE_NAME = 20;
const MAXIMUM_PEOPLE = 501;
const MAXIMUM_TAGS = 2000;

/** An article in a list is another paper. */
const article = ':is([itemtype*=Article],[typeof*=Article])';

/** The first of these attributes of an element that says anything. */
const first = (element: Element, ...attributes: string[]): string =>
  attributes.map((name) => attributeOf(element, name)).find(Boolean) ?? '';

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
      name.length < 200 &&
      found.length < MAXIMUM_TAGS &&
      count <= (names.test(name) ? MAXIMUM_PEOPLE : MAXIMUM_OF_ONE_NAME)
    )
      found.push([name, content.slice(0, 4000)]);
  };
  for (const tag of findAll(page, 'meta[name][content], meta[property][content]')) {
    const name = first(tag, 'name', 'property');
    if (wanted.test(name)) add(name, first(tag, 'content'));
  }
  // Microdata and RDFa: a page with several articles is a list.
  const [item, another] = findAll(page, `${article}:not(li,li *,${article} *)`);
  if (item === undefined || another !== undefined) return found;
  add('schema:@type', first(item, 'itemtype', 'typeof'));
  add('schema:@id', first(item, 'itemid', 'resource', 'about'));
  for (const element of findAll(item, '[itemprop],[property]')) {
    // Properties of a thing inside belong to that thing.
    if (closest(parentOf(element) ?? item, '[itemscope],[typeof]') !== item) continue;
    const property = first(element, 'itemprop', 'property');
    const partOf = (name: string): string =>
      findAll(element, `[itemprop$=${name}],[property$=${name}]`).map(textIn)[0] ?? '';
    add(
      `schema:${property}`,
      first(element, 'content', 'datetime') ||
        // A name may link to its person's page, a title to the article.
        (/As|id|url|doi/u.test(property) ? first(element, 'href') : '') ||
        partOf('name') ||
        `${partOf('givenName')} ${partOf('familyName')}`.trim() ||
        (textIn(element) ?? ''),
    );
  }
  return found;
}
