// The entries of a page's reference list, as far as their papers are marked: by the element that a citation's link leads
// to, and by number.
import type { Mark, Marks } from '../draw/marks.ts';
import { closest, contains, findAll, parentOf, tagOf } from '../dom.ts';
import { numberOfEntry } from './numbers.ts';

/** How many elements up from an empty anchor its entry is looked for, and maximum characters of what is one. */
const MAX_UP = 3;
const MAX_ENTRY = 2000;
/** Maximum length of an entry, in lengths of its title. */
const MAX_AROUND = 8;
/** What has more characters than a number and a sign says something itself. */
const MIN_ENTRY = 40;

/** Elements that are one entry of a list each. */
const ITEMS: ReadonlySet<string> = new Set(['li', 'dd', 'tr']);

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

const papersOf = ({ subject }: Mark): readonly string[] => (subject.kind === 'papers' ? subject.papers : []);

/** Papers that entries may name: those of its reference list where the page marks one as such, else of all lists and paragraphs. */
export function citedMarks(marks: Pick<Marks, 'all'>): Mark[] {
  const entries = [...marks.all].filter(
    ({ subject, block, byLink, element }) =>
      // Some sites mark the title within an entry as they mark that of an article.
      subject.kind === 'papers' && !byLink && block.kind !== 'heading' && closest(element, HEADINGS) === null,
  );
  const cited = entries.filter((mark) => mark.cited);
  return cited.length > 0 ? cited : entries;
}

/** A section that mentions one paper is no entry of it: there the title is much of the text. */
const isEntry = ({ cited, text, block }: Mark, element: Element, around: string): boolean =>
  cited || block.kind === 'reference' || tagOf(element) === 'li' || text.length * MAX_AROUND >= around.length;

/** The mark of the entry that an element is, holds or lies in; null where there is none, or several. */
export function markOfEntry(target: Element, cited: readonly Mark[]): Mark | null {
  // A link of a table of contents: what comes below is a section.
  if (closest(target, HEADINGS) !== null) return null;
  let at: Element | null = target;
  for (let up = 0; at !== null && at !== document.body && up <= MAX_UP; up += 1) {
    const element: Element = at;
    const text = element.textContent ?? '';
    if (text.length > MAX_ENTRY) return null;
    const found = cited.filter((mark) => contains(mark.element, element) || contains(element, mark.element));
    const [only, ...others] = new Map(found.map((mark) => [papersOf(mark).join(' '), mark])).values();
    if (only !== undefined) return others.length > 0 || !isEntry(only, element, text) ? null : only;
    // An entry of which no paper is known has its own text, or is an item: what is around it is another's.
    if (text.trim().length > MIN_ENTRY || ITEMS.has(tagOf(element))) return null;
    at = parentOf(element);
  }
  return null;
}

/** The list with an item for each entry: where most of them are. */
function listOf(cited: readonly Mark[]): HTMLOListElement | null {
  const sizes = new Map<HTMLOListElement, number>();
  for (const { element } of cited) {
    const item = closest(element, 'ol > li');
    const list = item === null ? null : parentOf(item);
    if (list instanceof HTMLOListElement) sizes.set(list, (sizes.get(list) ?? 0) + 1);
  }
  return [...sizes].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** Entries by their numbers: as printed at their beginning, or by their place in an ordered list. */
export function markOfNumber(number: number, cited: readonly Mark[]): Mark | null {
  const printed = cited.filter((mark) => numberOfEntry(mark.block.text) === number);
  if (printed.length > 0) return printed.length === 1 ? (printed[0] ?? null) : null;
  const list = listOf(cited);
  const wanted = list === null ? undefined : findAll(list, ':scope > li')[number - list.start];
  return wanted === undefined ? null : markOfEntry(wanted, cited);
}
