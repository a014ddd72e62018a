// What the page script says of itself: to the popup, and to the tool that debugs a site's layout.
import type { Account } from './account.ts';
import type { Marks } from './marks.ts';
import type { Painter } from './paint.ts';
import type { PageReport, Rect } from './protocol.ts';
import { closedRound } from './visible.ts';
import type { Box } from './geometry.ts';

/** The box round all lines, in page pixels. */
function rectOf(lines: readonly Box[]): Rect | null {
  if (lines.length === 0) return null;
  const [x, y] = [Math.min(...lines.map(({ left }) => left)), Math.min(...lines.map(({ top }) => top))];
  return {
    x: x + scrollX,
    y: y + scrollY,
    width: Math.max(...lines.map(({ right }) => right)) - x,
    height: Math.max(...lines.map(({ bottom }) => bottom)) - y,
  };
}

export function reportOf(marks: Marks, painter: Painter, account: Account, rest: { settled: boolean; blocksAsked: number }): PageReport {
  type Entry = PageReport['papers'][number];
  const papers = new Map<string, Entry>();
  const entryOf = (id: string): Entry | undefined => {
    const paper = marks.papers.get(id);
    if (paper === undefined) return undefined;
    let entry = papers.get(id);
    if (entry === undefined) papers.set(id, (entry = { ...paper, mentions: [] }));
    return entry;
  };
  const people = new Map<string, PageReport['people'][number]>();
  for (const { paper, via } of marks.own)
    entryOf(paper)?.mentions.push({ text: '', via, confidence: 1, visible: false, rect: null });
  for (const mark of marks.shown()) {
    const { subject, text } = mark;
    if (subject.kind === 'person') {
      const person = people.get(subject.person) ?? { id: subject.person, name: subject.name, mentions: 0 };
      people.set(subject.person, { ...person, mentions: person.mentions + 1 });
      continue;
    }
    const closed = closedRound(mark.element);
    const rect = rectOf(closed === null ? painter.visibleLines(mark) : [closed.getBoundingClientRect()]);
    const { via, confidence } = subject;
    for (const id of subject.papers)
      entryOf(id)?.mentions.push({ text, via, confidence, visible: rect !== null, rect });
  }
  return { url: location.href, papers: [...papers.values()], people: [...people.values()], ...rest, cost: account.cost() };
}
