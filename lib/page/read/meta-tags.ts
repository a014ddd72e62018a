// The tags by which a page says what paper it is about.

const wanted =
  /^(?:citation_|dc[._:]|dcterms[._:]|prism[._:]|bepress_citation_|eprints[._]|og:(?:title|site_name|type|url)$)/iu;
/** What nobody reads here and pages have by the thousand. */
const unwanted = /citation_(?:reference|keywords?|author_(?:institution|email)|fulltext_world_readable)$/iu;
/** The tags that matter come early. */
const most = 300;
/** A collaboration's paper has ten thousand tags of this one name. */
const mostOfOneName = 200;

/** [name, content] of `citation_*`, Dublin Core and PRISM tags, within the limits of the message. */
export function metaOf(page: Document): [string, string][] {
  const found: [string, string][] = [];
  const counts = new Map<string, number>();
  for (const tag of page.querySelectorAll('meta[name][content], meta[property][content]')) {
    const name = tag.getAttribute('name') ?? tag.getAttribute('property') ?? '';
    const content = tag.getAttribute('content') ?? '';
    if (!wanted.test(name) || unwanted.test(name) || name.length > 200 || content === '') continue;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count > mostOfOneName) continue;
    found.push([name, content.slice(0, 4000)]);
    if (found.length === most) break;
  }
  return found;
}
