// The second half of the page script, only where something was found: paints marks, follows the pointer, opens cards,
// steps from mark to mark.
import { CardLoader, subjectOf } from './card-loader.ts';
import type { PageBridge, MarkController } from '../bridge.ts';
import type { Box } from '../draw/geometry.ts';
import { Intent } from './intent.ts';
import type { Mark } from '../draw/marks.ts';
import { Painter } from '../draw/paint.ts';
import { followPointer } from './pointer.ts';
import { inDocumentOrder, stepFrom } from './mark-navigation.ts';

/** How far down the window a mark is brought, as a share of its height. */
const comesTo = 0.22;

export function createMarks({ marks, meter, settings, alive, injectCard, signal }: PageBridge): MarkController {
  const painter = new Painter(marks, meter, (mark) => intent.choose(mark, { focus: false }), alive, signal);
  const closed = (): void => {
    painter.open(null);
    intent.closed();
  };
  const card = new CardLoader(injectCard, closed, signal);
  /** The mark that a step goes on from. */
  let last: Mark | null = null;
  const intent = new Intent<Mark>(settings(), {
    prefetch: (mark) => card.prefetch(subjectOf(mark, marks.pagePapers)),
    show: (mark, how) => {
      last = mark;
      painter.open(mark);
      card.show({
        subject: subjectOf(mark, marks.pagePapers),
        anchor: () => painter.visibleLines(mark).map(rectangle),
        ...how,
      });
    },
    leave: () => card.leave(),
    stay: () => card.present?.stay(),
    now: () => performance.now(),
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  followPointer({ painter, intent, settings, alive }, signal);

  const comeTo = (mark: Mark): void => {
    const { top = -1, bottom = -1 } = painter.visibleLines(mark)[0] ?? {};
    if (top < 0 || bottom > innerHeight) {
      mark.element.scrollIntoView({ block: 'start', behavior: 'instant' });
      // Clear of a header that sticks, and with the room below that a card wants.
      const now = painter.lines(mark)[0]?.top ?? 0;
      scrollBy({ top: now - comesTo * innerHeight, behavior: 'instant' });
    }
    intent.choose(mark, { focus: true });
  };
  /** Where no mark stands for the page's own paper: a card without an anchor. */
  const showPagePaper = (id: string): void => {
    const via = marks.pagePapers.find(({ paper }) => paper === id)?.via ?? 'url';
    const subject = { kind: 'papers', ids: [id], via, confidence: 1 } as const;
    card.show({ subject, anchor: () => [], pinned: true, focus: true });
  };
  const paperMarks = (): Mark[] =>
    inDocumentOrder(
      marks
        .shown()
        .filter(
          (mark) =>
            mark.subject.kind === 'papers' &&
            painter.overlay.filters?.shows(mark) !== false &&
            painter.visibleLines(mark, true).length > 0,
        ),
    );
  const show = (id: string): void => {
    const mark = paperMarks().find(({ subject }) => subject.kind === 'papers' && subject.papers.includes(id));
    if (mark === undefined) showPagePaper(id);
    else comeTo(mark);
  };

  return {
    update: () => {
      painter.update();
      painter.overlay.filters?.again();
    },
    relayout: () => painter.relayout(),
    status: (id, status) => {
      painter.restyle();
      painter.overlay.filters?.again();
      card.present?.statusChanged(id, status);
    },
    restyle: () => {
      painter.restyle();
      painter.overlay.filters?.again();
    },
    set: (now) => {
      intent.settings = now;
    },
    show,
    step: (by) => {
      const pagePaper = marks.pagePapers[0]?.paper;
      const among = by === 0 && pagePaper !== undefined ? [] : paperMarks();
      const tops = among.map((mark) => painter.lines(mark)[0]?.top ?? 0);
      const mark = among[stepFrom(last === null ? -1 : among.indexOf(last), by, tops, innerHeight)];
      if (mark !== undefined) comeTo(mark);
      else if (pagePaper !== undefined) show(pagePaper);
    },
    reachable: (mark) => painter.visibleLines(mark, true),
    overlay: painter.overlay,
    get idle() {
      return painter.idle;
    },
  };
}

const rectangle = ({ left, top, right, bottom }: Box): DOMRect => new DOMRect(left, top, right - left, bottom - top);
