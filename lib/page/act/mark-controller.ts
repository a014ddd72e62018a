// The second half of the page script, only where something was found: paints marks, follows the pointer, opens cards.
import { CardLoader, subjectOf } from './card-loader.ts';
import type { PageBridge, MarkController } from '../bridge.ts';
import type { Box } from '../draw/geometry.ts';
import { Intent } from './intent.ts';
import type { Mark } from '../draw/marks.ts';
import { isTitled, shownOf } from '../draw/placing.ts';
import { Painter } from '../draw/mark-painter.ts';
import { followPointer } from './pointer.ts';

export function createMarks(bridge: PageBridge): MarkController {
  const { marks, settings, alive, ask, signal } = bridge;
  const painter = new Painter(bridge, (box) => pointer.press(box));
  const closed = (): void => {
    painter.setCurrent(null);
    intent.closed();
  };
  const card = new CardLoader(() => ask('card.inject', {}), { closed, pressing: () => pointer.pressing }, signal);
  let last: Mark | null = null;
  const intent = new Intent<Mark>(settings(), {
    prefetch: (mark) => card.prefetch(subjectOf(mark, marks.pagePapers)),
    show: (mark, how) => {
      last = mark;
      painter.setCurrent(mark);
      card.show({
        subject: subjectOf(mark, marks.pagePapers),
        anchor: () => painter.boxes(mark).map(rectangle),
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
  const isPagePaper = ({ subject }: Mark): boolean =>
    subject.kind === 'papers' && marks.pagePapers.some(({ paper }) => subject.papers.includes(paper));
  const pointer = followPointer({ painter, isPagePaper, intent, settings, alive }, signal);

  const again = (): void => painter.parts.forEach((part) => part.again());
  const restyle = (): void => {
    painter.restyle();
    again();
  };

  return {
    update: () => {
      painter.update();
      again();
    },
    relayout: () => painter.relayout(),
    status: (id, status) => {
      restyle();
      card.present?.statusChanged(id, status);
    },
    restyle,
    set: (now) => {
      intent.settings = now;
      again();
    },
    choose: (mark) => intent.choose(mark, { focus: true }),
    point: (mark) => {
      card.present?.hide();
      if (mark !== null) last = mark;
      painter.setCurrent(mark);
    },
    card,
    get last() {
      return last;
    },
    shown: () => shownOf(marks),
    isTitled,
    measure: painter.measure,
    overlay: painter,
    get idle() {
      return painter.idle;
    },
  };
}

const rectangle = ({ left, top, right, bottom }: Box): DOMRect => new DOMRect(left, top, right - left, bottom - top);
