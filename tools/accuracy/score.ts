// What a page should have had marked against what was marked there.
//
//   mention   a place where a paper is named, and that should be marked
//   mark      what Byline marked; right if it names one of the papers that the mention allows
//
// A mark that no mention is left for is false, also where it is the second for one mention.

/** Papers that stand on a page under one title. */
export interface Expected {
  /** Any of these is right: several papers may have the title. */
  papers: readonly string[];
  title: string;
  /** How often the page has it. */
  times: number;
  by: 'title' | 'id';
  /** The page has the title letter for letter, case and spaces aside. */
  whole?: boolean;
  /** What kind of place it is in, for reports. */
  place?: string;
}

export interface Mark {
  text: string;
  papers: readonly string[];
  by: 'title' | 'id';
  /** The text around it, where the reader of the page knows it. */
  around?: string;
}

export interface Mention {
  page: string;
  title: string;
  found: boolean;
  whole: boolean;
  place: string;
}

export interface Judged {
  page: string;
  mark: Mark;
  right: boolean;
  /** Why it is false: "no such title here", "marked twice", or what the verdicts say. */
  why: string;
}

export interface Outcome {
  mentions: Mention[];
  marks: Judged[];
}

/** One page. Marks that name fewer papers choose first, so that one that names all does not take another's place. */
export function judge(page: string, expected: readonly Expected[], marks: readonly Mark[]): Outcome {
  const left = expected.map(({ times }) => times);
  const judged = marks
    .toSorted((a, b) => a.papers.length - b.papers.length)
    .map((mark): Judged => {
      const fitting = expected.flatMap((one, at) =>
        one.by === mark.by && one.papers.some((paper) => mark.papers.includes(paper)) ? [at] : [],
      );
      const place = fitting.find((at) => (left[at] ?? 0) > 0);
      if (place !== undefined) left[place] = (left[place] ?? 0) - 1;
      const why = place !== undefined ? '' : fitting.length > 0 ? 'marked twice' : 'no such title here';
      return { page, mark, right: place !== undefined, why };
    });
  const mentions = expected.flatMap(({ title, times, whole = false, place = '' }, at): Mention[] =>
    Array.from({ length: times }, (_, nth) => ({ page, title, whole, place, found: nth < times - (left[at] ?? 0) })),
  );
  return { mentions, marks: judged };
}

/** One mark a paper: for pages whose list says which papers are named, and not how often. */
export function onePerPaper(marks: readonly Mark[]): Mark[] {
  const seen = new Set<string>();
  return marks.filter(({ by, papers }) => {
    const key = `${by} ${papers.join(' ')}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

export const together = (outcomes: readonly Outcome[]): Outcome => ({
  mentions: outcomes.flatMap(({ mentions }) => mentions),
  marks: outcomes.flatMap(({ marks }) => marks),
});

export interface Stratum {
  name: string;
  mentions: number;
  found: number;
  marked: number;
  right: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Nothing to find is found in full; nothing marked is all right. */
const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);

export function stratumOf(name: string, { mentions, marks }: Outcome): Stratum {
  const found = mentions.filter((mention) => mention.found).length;
  const right = marks.filter((mark) => mark.right).length;
  const precision = share(right, marks.length);
  const recall = share(found, mentions.length);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { name, mentions: mentions.length, found, marked: marks.length, right, precision, recall, f1 };
}

export interface Goal {
  stratum: string;
  figure: 'precision' | 'recall' | 'f1';
  atLeast: number;
}

/** A sentence for each goal that a stratum misses. */
export function missedGoals(strata: readonly Stratum[], goals: readonly Goal[]): string[] {
  return goals.flatMap(({ stratum, figure, atLeast }) => {
    const reached = strata.find(({ name }) => name === stratum)?.[figure];
    if (reached === undefined || reached >= atLeast) return [];
    return [`${stratum}: ${figure} is ${(reached * 100).toFixed(2)} %, the goal ${(atLeast * 100).toFixed(1)} %.`];
  });
}
