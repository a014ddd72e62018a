// The figures that `npm run bench` gives, each with the goal that it has to keep. All are "at most", but the import:
// there more is better.
const goals = {
  cold: { goal: 5, what: 'cold main-thread time of ours ÷ one TreeWalker pass over the same page' },
  'cold.none': { goal: 3, what: 'as cold, on pages without papers: the worst of them' },
  'cold.listing': { goal: 15, what: 'as cold, on a listing with a mark in each row' },
  match: { goal: 8, what: 'worker time for a page at the largest size ÷ reading each character of the same text' },
  independence: { goal: 1.05, what: 'main-thread time at the largest size ÷ with the bundled pack alone' },
  memory: { goal: 12, what: 'bytes a title of all that stays loaded' },
  wake: { goal: 2, what: 'first mark after a stopped worker ÷ a bare message to a stopped worker' },
  shift: { goal: 0, what: 'layout shift that is ours' },
  longTasks: { goal: 0, what: 'tasks above 50 ms that are ours' },
  slice: { goal: 4, what: 'longest slice of ours on the main thread, ms' },
  drawing: {
    goal: 40,
    what: 'a window of 300 marks is drawn: ms of the main thread, with what the browser does for it',
  },
  'drawing.scroll': { goal: 4, what: 'the same after a scroll of one screen' },
  import: { goal: 5, what: 'rows per second of ours ÷ Dexie bulkPut of the same rows as objects' },
  'field.first': {
    goal: 10,
    what: 'choice of a field to the first mention of one of its papers, s, nothing waited for',
  },
  'field.year': { goal: 25, what: "a field's year (60,000 papers) whole, s, nothing waited for" },
  delta: { goal: 2, what: '3,000 papers to 300,000, s, nothing waited for' },
  series: { goal: 1.15, what: 'time to find what a page names in a base and 12 windows ÷ in one pack' },
  bytes: { goal: 190, what: "bytes a paper of a field's pack, all but the abstract" },
  'library.rows': { goal: 300, what: 'a list of 10,000: from navigation to the first rows, ms' },
  'library.search': { goal: 32, what: 'from a letter to the frame that shows what it found, p95, ms' },
  'library.scroll': { goal: 10, what: 'frames above 32 ms of 1,000 while the list is scrolled' },
  'library.wake': { goal: 1.1, what: 'first mark after a stopped worker ÷ the same with an empty list' },
  'library.import': { goal: 10, what: '10,000 BibTeX entries onto the list, s' },
  'library.merge': { goal: 2, what: '1,000 changes of another machine merged into 10,000 entries, s' },
  'library.export': { goal: 2, what: '10,000 entries as BibTeX, s' },
} as const satisfies Record<string, { goal: number; what: string }>;

export type FigureName = keyof typeof goals;
export const figureNames = Object.keys(goals) as FigureName[]; // The table's own keys.
export const isFigureName = (word: string): word is FigureName => Object.hasOwn(goals, word);
export const meaningOf = (name: FigureName): string => goals[name].what;

export interface Figure {
  name: FigureName;
  value: number;
  goal: number;
  holds: boolean;
}

/** How a figure came about: sizes, medians, spread, a line each. For people; not part of the JSON. */
export interface Measured {
  figure: Figure;
  notes: string[];
}

const moreIsBetter = (name: FigureName): boolean => name === 'import';

const round = (value: number): number => Number(value.toPrecision(4));

/** `goal` differs from the table's only where the baseline of the same run asks for more. */
export function measured(name: FigureName, exact: number, notes: string[], goal: number = goals[name].goal): Measured {
  const value = round(exact);
  const holds = moreIsBetter(name) ? exact >= goal : exact <= goal;
  return { figure: { name, value, goal: round(goal), holds }, notes };
}

/** What `--json` writes. */
export const asJson = (all: readonly Measured[]): string =>
  `${JSON.stringify({ figures: all.map(({ figure }) => figure) }, null, 2)}\n`;

export function asText(all: readonly Measured[]): string {
  const width = Math.max(...all.map(({ figure }) => figure.name.length));
  return all
    .map(({ figure: { name, value, goal, holds }, notes }) => {
      const sign = moreIsBetter(name) ? '≥' : '≤';
      const head = `${name.padEnd(width)}  ${String(value).padStart(8)}  ${sign} ${goal}  ${holds ? 'holds' : 'DOES NOT HOLD'}  (${meaningOf(name)})`;
      return [head, ...notes.map((note) => `  ${note}`)].join('\n');
    })
    .join('\n');
}
