// What an element is by its tag: enough for nearly all elements, and far cheaper than asking for the style.

export type Sort = 'unread' | 'block' | 'heading' | 'item' | 'cell' | 'link' | 'quote' | 'emphasis' | 'inline';

const tags: Record<Exclude<Sort, 'inline'>, string> = {
  // Not text of the page, or text that the reader is typing.
  unread:
    'script style noscript template textarea select option datalist input iframe object canvas svg audio video head ' +
    'title meter progress rp rt',
  block:
    'address article aside blockquote body caption center details dialog div dl fieldset figcaption figure footer ' +
    'form header hgroup main nav ol p pre search section summary table tbody tfoot thead tr ul',
  heading: 'h1 h2 h3 h4 h5 h6',
  item: 'li dd dt',
  cell: 'td th',
  link: 'a',
  quote: 'q',
  emphasis: 'em i b strong cite dfn u',
};
const sorts = new Map<string, Sort>();
for (const [sort, names] of Object.entries(tags)) for (const name of names.split(' ')) sorts.set(name, sort as Sort);

/** `name`: the element's local name. */
export const sortOf = (name: string): Sort => sorts.get(name) ?? sorts.get(name.toLowerCase()) ?? 'inline';

export const isBlockSort = (sort: Sort): boolean =>
  sort === 'block' || sort === 'heading' || sort === 'item' || sort === 'cell';
