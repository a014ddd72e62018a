// The tags by which a page says what paper it is about.

const wanted = /^(?:citation_|dc[._:]|dcterms[._:]|prism[._:]|bepress_citation_|eprints[._])/iu;
/** The tags that matter come early; a page of a thousand references has thousands of `citation_reference`. */
const most = 200;

/** [name, content] of `citation_*`, Dublin Core and PRISM tags, within the limits of the message. */
export function metaOf(page: Document): [string, string][] {
  const found: [string, string][] = [];
  for (const tag of page.querySelectorAll('meta[name][content], meta[property][content]')) {
    const name = tag.getAttribute('name') ?? tag.getAttribute('property') ?? '';
    const content = tag.getAttribute('content') ?? '';
    if (!wanted.test(name) || name.length > 200 || /citation_(?:reference|abstract)$/iu.test(name) || content === '')
      continue;
    found.push([name, content.slice(0, 4000)]);
    if (found.length === most) break;
  }
  return found;
}
