// A card that has more than its place has room for ends at a whole row, never at the head of a section without one; the
// foot's edge is shaded as long as there is more below.
import { useLayoutEffect, type RefObject } from 'react';

/** What a card may end at. */
const ends = '.b-work-item, .b-work, .b-section, .b-about';

/** Where the part that scrolls ends, pixels from the top of its content; null where all of it has room. */
export function wholeRowsHeight(
  room: number,
  content: number,
  bottoms: readonly number[],
  least: number,
): number | null {
  if (content <= room + 1) return null;
  const fitting = bottoms.filter((bottom) => bottom > 0 && bottom <= room && bottom >= least);
  return fitting.length === 0 ? null : Math.max(...fitting);
}

function fit(middle: HTMLElement): void {
  middle.style.maxBlockSize = '';
  const top = middle.getBoundingClientRect().top - middle.scrollTop;
  const bottoms = [...middle.querySelectorAll(ends)].map((row) => row.getBoundingClientRect().bottom - top);
  const actions = middle.querySelector<HTMLElement>('.b-actions');
  // The actions stick to the edges: where they belong is below what is before them.
  const before = actions?.previousElementSibling?.getBoundingClientRect().bottom ?? top;
  const least = before - top + (actions?.offsetHeight ?? 0);
  const height = wholeRowsHeight(middle.clientHeight, middle.scrollHeight, [...bottoms, least], least);
  if (height !== null) middle.style.maxBlockSize = `${height}px`;
}

const tellMore = (middle: HTMLElement): void => {
  middle.toggleAttribute('data-more', middle.scrollHeight - middle.scrollTop - middle.clientHeight > 4);
};

/** For the part of a card that scrolls. */
export function useWholeRows(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const middle = box.current;
    if (middle === null) return;
    let frame = 0;
    const look = (): void => {
      fit(middle);
      tellMore(middle);
    };
    // In a frame of its own: a size that an observer changes is observed again.
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const scrolled = (): void => tellMore(middle);
    look();
    const observer = new ResizeObserver(later);
    const watch = (): void => {
      for (const part of [middle.parentElement, ...middle.children]) if (part !== null) observer.observe(part);
    };
    watch();
    // Sections that have something to show only later.
    const sections = new MutationObserver(watch);
    sections.observe(middle, { childList: true });
    middle.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('resize', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      sections.disconnect();
      middle.removeEventListener('scroll', scrolled);
      window.removeEventListener('resize', later);
    };
  }, [box]);
}
