// The quotation in a reference that may be its title. Titles quote too: the outermost pair of quotes counts.

export interface Quotation {
  before: string;
  inside: string;
  after: string;
}

/** Maximum characters before a quotation, minimum and maximum of it. */
const MAX_BEFORE = 900;
const MIN_INSIDE = 8;
const MAX_INSIDE = 400;

/** The end of the quotation that begins at a place, with quotations inside; -1 where it has none. */
function endOf(text: string, start: number): number {
  const last = Math.min(text.length, start + MAX_INSIDE + 2);
  const straight = text.charAt(start) === '"';
  let depth = 0;
  let opened = false;
  for (let at = start; at < last; at += 1) {
    const sign = text.charAt(at);
    if (straight ? sign !== '"' : sign !== '“' && sign !== '”') continue;
    // Straight quotes look alike: one behind a space opens, and one right behind another does the same as that one.
    const before = at === start ? ' ' : text.charAt(at - 1);
    if (!straight) opened = sign === '“';
    else if (before !== '"') opened = /[\s([‘]/u.test(before);
    depth += opened ? 1 : -1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Single quotes are apostrophes, too: these end before the venue, and have none inside. */
const single = /‘([^‘]{8,400}?)’(?=[,.]? (?:in\b|\p{Lu}|\d))/uy;

/** The first quotation of a text; null where one before it never ends. */
export function quotation(text: string): Quotation | null {
  const signs = /[“"‘]/gu;
  for (let found = signs.exec(text); found !== null && found.index <= MAX_BEFORE; found = signs.exec(text)) {
    const { 0: sign, index } = found;
    single.lastIndex = index;
    const end = sign === '‘' ? (single.test(text) ? single.lastIndex - 1 : index) : endOf(text, index);
    if (end < 0) return null;
    if (end - index > MIN_INSIDE)
      return { before: text.slice(0, index), inside: text.slice(index + 1, end), after: text.slice(end + 1) };
    signs.lastIndex = end + 1;
  }
  return null;
}

const double = /["“”]/gu;

/** Without the quotes around it; those of a quotation inside stay. */
export function unquoted(text: string): string {
  const around = /^["“](.{0,400})["”]$/su.exec(text)?.[1];
  if (around !== undefined && !/["“”]/u.test(around)) return around;
  const odd = (text.match(double) ?? []).length % 2 === 1;
  return text.replace(odd ? /^["“‘']|["”’']$/gu : /^[‘']|[’']$/gu, '');
}
