// Pages and numbers as styles print them. Pure.

/** "864-873", "S12-S15", "iv-ix"; not "7-A" or "3:1-3:20", whose hyphens are part of a number. */
const RANGE = /(?<![\w:–-])([a-z]?\d+[a-z]?|[ivxlc]+)-([a-z]?\d+[a-z]?|[ivxlc]+)(?![\w:–-])/gi;

/** With a dash between two numbers. */
export const dashed = (pages: string): string => pages.replace(RANGE, '$1–$2');

/** Pages after "p." or "pp.". */
export const labelled = (pages: string, written: string): string =>
  `${/\d-|[-–]\d|[ivxlc]–[ivxlc]/i.test(pages) && !pages.includes(':') ? 'pp.' : 'p.'} ${written}`;

/** A range's last number with as few digits as the rule leaves; "S12–S15" loses the letter, too. */
const shortened = (pages: string, rule: (first: string, last: string, changed: number) => number): string =>
  dashed(pages).replace(
    /(?<!\w)([A-Z]?)(\d+)–(\1)(\d+)(?!\w)/gi,
    (whole, letter: string, first: string, _again, last: string) => {
      if (first.length !== last.length) return whole;
      let same = 0;
      while (same < first.length - 1 && first[same] === last[same]) same += 1;
      return `${letter}${first}–${last.slice(-rule(first, last, first.length - same))}`;
    },
  );

/** At least two digits: "864–73", "100–04". */
export const pagesOfMla = (pages: string): string => shortened(pages, (_first, _last, changed) => Math.max(2, changed));

/** As the Chicago Manual has it: "71–72", "100–104", "107–8", "321–28", "1298–1305". */
export const pagesOfChicago = (pages: string): string =>
  shortened(pages, (first, last, changed) => {
    const number = Number(first);
    if (number < 100 || number % 100 === 0 || (first.length === 4 && changed > 2)) return last.length;
    return number % 100 < 10 ? changed : Math.max(2, changed);
  });
