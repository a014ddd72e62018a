// From mark to mark by key, in the page's order, and to a paper that was chosen in the popup. Injected when the reader
// does one of the two.
import type { MarkController, PageBridge, PageNavigation } from '../bridge.ts';
import type { Mark } from '../draw/marks.ts';
import { meetingPoint } from '../meeting-point.ts';
import { StepTarget } from './step-target.ts';

/** How far down the window a mark is scrolled, as a share of its height: room for its card below. */
const SCROLL_SHARE = 0.22;

/** Marks in document order. */
const inDocumentOrder = (marks: readonly Mark[]): Mark[] =>
  marks.toSorted((a, b) => {
    const [first, second] = [a.stretches[0], b.stretches[0]];
    if (first === undefined || second === undefined) return 0;
    if (first.node === second.node) return first.start - second.start;
    return (first.node.compareDocumentPosition(second.node) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;
  });

/**
 * The mark that a step leads to. `tops`: how far each mark is from the viewport's top; without a mark to go on from,
 * forward begins with the first in or below the viewport, backward with the last above its end.
 */
export function stepFrom(current: number, by: 1 | -1 | 0, tops: readonly number[], height: number): number {
  const count = tops.length;
  if (count === 0) return -1;
  if (by === 0) {
    if (current >= 0) return current;
    const middle = height / 2;
    return tops.reduce(
      (best, top, at) => (Math.abs(top - middle) < Math.abs((tops[best] ?? 0) - middle) ? at : best),
      0,
    );
  }
  if (current >= 0) return (current + by + count) % count;
  if (by === 1)
    return Math.max(
      0,
      tops.findIndex((top) => top >= 0),
    );
  const last = tops.findLastIndex((top) => top < height);
  return last < 0 ? count - 1 : last;
}

/** The marks of papers that a reader can see or scroll to. */
const paperMarks = (controller: MarkController): Mark[] =>
  inDocumentOrder(
    controller
      .shown()
      .filter(
        (mark) =>
          mark.subject.kind === 'papers' &&
          controller.overlay.filters?.shows(mark) !== false &&
          controller.measure.visibleLines(mark, true).length > 0,
      ),
  );

export function createNavigation(bridge: PageBridge): PageNavigation {
  const { marks } = bridge;
  /** The title that a step led to; the next Enter opens its card. */
  const target = new StepTarget<Mark>(
    bridge,
    (mark) => bridge.controller?.point(mark),
    (mark) => bridge.controller?.choose(mark),
  );

  const goTo = (mark: Mark, { measure }: MarkController): void => {
    const { top = -1, bottom = -1 } = measure.visibleLines(mark)[0] ?? {};
    if (top < 0 || bottom > innerHeight) {
      Element.prototype.scrollIntoView.call(mark.element, { block: 'start', behavior: 'instant' });
      // Clear of a sticky header, and with the room below that a card wants.
      const now = measure.lines(mark)[0]?.top ?? 0;
      scrollBy({ top: now - SCROLL_SHARE * innerHeight, behavior: 'instant' });
    }
  };
  const show = (id: string, controller: MarkController): void => {
    const mark = paperMarks(controller).find(({ subject }) => subject.kind === 'papers' && subject.papers.includes(id));
    if (mark !== undefined) {
      goTo(mark, controller);
      controller.choose(mark);
      return;
    }
    // The page's own paper may have no mark: a card without an anchor.
    const via = marks.pagePapers.find(({ paper }) => paper === id)?.via ?? 'url';
    const subject = { kind: 'papers', ids: [id], via, confidence: 1 } as const;
    controller.card.show({ subject, anchor: () => [], pinned: true, focus: true });
  };
  return {
    show: (id) => {
      if (bridge.controller !== null) show(id, bridge.controller);
    },
    step: (by, among) => {
      const { controller } = bridge;
      const { citations } = meetingPoint;
      if (by !== 0 && among === 'citations') return void citations?.step(by);
      if (controller === null) return;
      if (by >= 0 && citations?.open(by === 0 ? 'wanted' : 'on the way') === true) return;
      const pagePaper = marks.pagePapers[0]?.paper;
      const all = by === 0 && pagePaper !== undefined ? [] : paperMarks(controller);
      const tops = all.map((mark) => controller.measure.lines(mark)[0]?.top ?? 0);
      const current = controller.last === null ? -1 : all.indexOf(controller.last);
      const mark = all[stepFrom(current, by, tops, innerHeight)];
      if (mark !== undefined) {
        goTo(mark, controller);
        // A step shows where one is; the key that opens, or Enter, opens.
        if (by === 0) controller.choose(mark);
        else target.set(mark, mark.text);
      } else if (pagePaper !== undefined) show(pagePaper, controller);
    },
  };
}
