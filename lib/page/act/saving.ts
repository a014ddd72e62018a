// Saving by key or from the browser's menu, as far as it is the page's: which paper the reader is at, and a word on what
// was saved.
import type { SavingPort } from '../../messages/saving-port.ts';
import type { MarkController, PageBridge } from '../bridge.ts';
import type { Mark } from '../draw/marks.ts';
import { coloursOn, isDark, shadeIn, type MarkColours } from '../draw/mark-colours.ts';
import { NoticeBar } from '../draw/notice-bar.ts';

export interface Saving extends SavingPort {
  readonly bridge: PageBridge;
}

function coloursOfPage(): MarkColours {
  const style = getComputedStyle(document.body);
  return coloursOn(isDark(shadeIn(style) ?? 'light', style));
}

/** The mark whose card is open or that a step led to, else that of the row under the pointer. */
function markAt({ reader }: PageBridge, { overlay, last, shown }: MarkController): Mark | null {
  if (overlay.hasCard) return last;
  const under = [...document.querySelectorAll(':hover')].at(-1);
  if (under === undefined) return null;
  const isUnder = ({ element }: Mark): boolean =>
    (reader.around(element) ?? (element === document.body ? [] : [element])).some((row) => row.contains(under));
  return shown().find((mark) => mark.subject.kind === 'papers' && isUnder(mark)) ?? null;
}

export function createSaving(bridge: PageBridge): Saving {
  const bar = new NoticeBar(bridge.host.root, bridge.signal);
  return {
    bridge,
    current: () => {
      const mark = bridge.controller === null ? null : markAt(bridge, bridge.controller);
      const papers =
        mark?.subject.kind === 'papers' ? mark.subject.papers : bridge.marks.pagePapers.map(({ paper }) => paper);
      const [only = null, ...others] = new Set(papers);
      return others.length > 0 ? null : only;
    },
    say: ({ text, paper }) => {
      if (!bridge.alive() || !bridge.host.shown) return false;
      const undo = async (id: string): Promise<void> => {
        try {
          await bridge.ask('library.set', { id, status: null });
          bar.hide();
        } catch {
          // The worker is away or the list can't be written: it stays, and can be pressed again.
        }
      };
      bar.show(
        text,
        paper === null ? null : () => void undo(paper),
        bridge.controller?.overlay.colours ?? coloursOfPage(),
      );
      return true;
    },
  };
}
