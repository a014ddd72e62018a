// The demo page's own account: each case on it says how many marks belong there; this compares with what was found.
import type { Report } from '../browser/byline.ts';
import type { Box, Tab } from '../browser/session.ts';

export interface Case {
  name: string;
  expected: number;
  found: number;
}

/** The places of the cases, in page pixels. Empty on any other page. */
const readCases = (): { name: string; expected: number; box: Box }[] =>
  [...document.querySelectorAll<HTMLElement>('[data-case]')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      name: element.dataset['case'] ?? '',
      expected: Number(element.dataset['marks']),
      box: { x: left + scrollX, y: top + scrollY, width, height },
    };
  });

const inside = (box: Box, { x, y }: { x: number; y: number }): boolean =>
  x >= box.x - 1 && y >= box.y - 1 && x <= box.x + box.width && y <= box.y + box.height;

export async function demoCases(tab: Tab, report: Report): Promise<Case[]> {
  const places = report.papers
    .flatMap(({ mentions }) => mentions)
    .filter(({ visible }) => visible)
    .map(({ rect }) => rect)
    .filter((rect) => rect !== null);
  return (await tab.evaluate(readCases)).map(({ name, expected, box }) => ({
    name,
    expected,
    found: places.filter((rect) => inside(box, rect)).length,
  }));
}
