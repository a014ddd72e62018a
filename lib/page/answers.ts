// What is seldom wanted of a page: a summary for the popup, which measures nothing; for tools and tests a report of every
// mention with its place; and who is followed, after the reader followed an author. Injected the first time.
import { boxOf } from './dom.ts';
import { rowsIn } from './act/listing.ts';
import { CostMeter } from './cost-meter.ts';
import type { PageAnswers, PageBridge } from './bridge.ts';
import type { Box } from './draw/geometry.ts';
import { fits, listingOf } from '../messages/filter.ts';
import type { PageReport, PageSummary, Rect } from '../messages/page-protocol.ts';
import { Visibility } from './read/visibility.ts';

export const createAnswers = (bridge: PageBridge): PageAnswers => ({
  summary: () => summaryOf(bridge),
  report: () => reportOf(bridge),
  followsChanged: () => askWhoIsFollowed(bridge),
});

/** Maximum papers asked about, as in the contract. */
const MAXIMUM_PAPERS = 2000;

async function askWhoIsFollowed({ marks, ask, controller }: PageBridge): Promise<void> {
  const { papers } = marks;
  try {
    const answer = await ask('page.followed', { ids: [...papers.keys()].slice(0, MAXIMUM_PAPERS) });
    const by = new Map(answer.papers.map(({ id, followed }) => [id, followed]));
    for (const paper of papers.values()) paper.followed = by.get(paper.id) ?? null;
    controller?.restyle();
  } catch {
    // Marks say who was followed before, until the page is read again.
  }
}

function summaryOf(bridge: PageBridge): PageSummary {
  const { marks, reader, filter } = bridge;
  const rows = rowsIn(bridge);
  const papers = [...marks.found()].filter((id) => {
    const paper = marks.papers.get(id);
    return paper !== undefined && fits(paper, filter());
  });
  const listing = listingOf(
    rows.map((row) => row.papers),
    filter(),
  );
  return { papers, listing, adapter: reader.adapter };
}

/** In slices, since a page may have thousands of marks and each is measured. Not counted as the page's cost. */
function reportOf(bridge: PageBridge): Promise<PageReport | null> {
  const { marks, controller, meter, reader, signal } = bridge;
  let visibility = new Visibility();
  const steps = function* (): Generator<null, PageReport> {
    const papers = new Map<string, PageReport['papers'][number]>();
    const people = new Map<string, PageReport['people'][number]>();
    const note = (id: string, mention: PageReport['papers'][number]['mentions'][number]): void => {
      const paper = marks.papers.get(id);
      if (paper === undefined) return;
      const entry = papers.get(id) ?? { ...paper, mentions: [] };
      entry.mentions.push(mention);
      papers.set(id, entry);
    };
    for (const { paper, via } of marks.pagePapers)
      note(paper, { text: '', via, confidence: 1, visible: false, rect: null });
    for (const mark of controller?.shown() ?? []) {
      const { subject, text, element } = mark;
      if (subject.kind === 'person') {
        const { person: id, name } = subject;
        people.set(id, { id, name, mentions: (people.get(id)?.mentions ?? 0) + 1 });
        continue;
      }
      const closed = visibility.closedDetails(element);
      const rect = around(closed === null ? (controller?.measure.visibleLines(mark, true) ?? []) : [boxOf(closed)]);
      const { via, confidence } = subject;
      for (const id of subject.papers) note(id, { text, via, confidence, visible: rect !== null, rect });
      yield null;
    }
    return {
      ...summaryOf(bridge),
      url: location.href,
      papers: [...papers.values()],
      people: [...people.values()],
      settled: bridge.idle(),
      blocksAsked: reader.asked,
      cost: {
        mainThreadMs: meter.spent,
        longestSliceMs: meter.longest,
        firstMarkMs: meter.firstMark,
        messages: meter.messages,
        bytesSent: meter.bytes,
      },
    };
  };
  return new CostMeter().inSlices(steps(), () => {
    // The page may change between two slices.
    visibility = new Visibility(visibility);
    return !signal.aborted;
  });
}

/** The box around some boxes, in page pixels. */
function around(boxes: readonly Box[]): Rect | null {
  if (boxes.length === 0) return null;
  const [x, y] = [Math.min(...boxes.map(({ left }) => left)), Math.min(...boxes.map(({ top }) => top))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  return { x: x + scrollX, y: y + scrollY, width: right - x, height: bottom - y };
}
