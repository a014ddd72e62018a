// Where a card opens: beside the row it is about, over nothing that is read next, and never in the way of the next one.
import { describe, expect, it } from 'vitest';
import { eventually, openCard } from '../../tools/browser/byline.ts';
import type { Box, Tab } from '../../tools/browser/session.ts';
import { listedPapers, listingOf } from '../fixtures/listing.ts';
import { kinds, useByline } from './harness.ts';
import { boxOfText, pill } from './marks.ts';
import { isWhole } from './short-form.ts';

const at = 'https://arxiv.org/list/cs.LG/recent';
/** Titles that the pointer rests on, one after the other; the page is scrolled as a reader does. All in the soak. */
const swept = isWhole ? 30 : 12;

const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const openAt = (tab: Tab, title: string): Promise<Box | undefined> =>
  eventually(async () => {
    const card = await openCard(tab);
    return card?.title === title ? card.box : undefined;
  });

describe.each(kinds)('the place of a card in %s', (kind) => {
  const byline = useByline(kind);

  it('is beside its row, clear of all titles and authors, for one title after the other', async () => {
    const tab = await byline().visit(at, listingOf(30));
    await byline().report(tab);
    await tab.size(1280, 900);
    await pill(tab, listedPapers[0]?.title ?? '');
    const missed: string[] = [];
    for (const [row, { title, authors }] of listedPapers.slice(0, swept).entries()) {
      // Cards typeset formulas.
      if (title.includes('(')) continue;
      // Its event comes a frame later, and takes back a rest that began before.
      if (row > 0 && row % 5 === 0)
        await tab.evaluate(
          (by) =>
            new Promise<void>((resolve) => {
              addEventListener('scroll', () => resolve(), { once: true });
              scrollBy(0, by);
            }),
          500,
        );
      const line = await boxOfText(tab, title.slice(0, 24));
      await tab.hover(line.x + 60, line.y + line.height / 2);
      const card = await openAt(tab, title);
      if (card === undefined) missed.push(`${title}: no card of its own`);
      else {
        const read = [line, await boxOfText(tab, authors[0] ?? '')];
        const next = listedPapers[row + 1];
        if (next !== undefined) read.push(await boxOfText(tab, next.title.slice(0, 24)));
        if (read.some((box) => overlaps(card, box))) missed.push(`${title}: covered`);
        // Level with the title, or with the lines below it where its authors take the whole width.
        if (card.y > line.y + 60 || card.y + card.height < line.y) missed.push(`${title}: not level`);
      }
    }
    expect(missed).toEqual([]);
    await tab.close();
  });

  it('is reached by a pointer that takes its time over the space between', async () => {
    const tab = await byline().visit(at, listingOf(5));
    await byline().report(tab);
    const title = listedPapers[1]?.title ?? '';
    await pill(tab, title);
    const line = await boxOfText(tab, title.slice(0, 24));
    await tab.hover(line.x + 60, line.y + line.height / 2);
    const card = await openAt(tab, title);
    if (card === undefined) throw new Error('No card.');
    // To the card's upper edge: resting on a name in it would open that person.
    const [x, y] = [card.x + card.width / 2, card.y + 6];
    // Eight stops of 120 ms are far more than the card waits for a pointer that went elsewhere.
    for (let step = 1; step <= 8; step += 1)
      await tab.hover(line.x + 60 + ((x - line.x - 60) * step) / 8, line.y + ((y - line.y) * step) / 8);
    expect((await openCard(tab))?.title).toBe(title);
    await tab.hover(5, 880);
    await byline().noCard(tab);
    await tab.close();
  });

  it('is above the row in a narrow window: over what has been read, not over authors and the next title', async () => {
    const tab = await byline().visit(at, listingOf(30));
    await byline().report(tab);
    await tab.size(640, 900);
    const title = listedPapers[4]?.title ?? '';
    const line = await boxOfText(tab, title.slice(0, 20));
    await tab.hover(line.x + 60, line.y + line.height / 2);
    const card = await openAt(tab, title);
    if (card === undefined) throw new Error('No card.');
    expect(card.y + card.height).toBeLessThanOrEqual(line.y);
    await tab.close();
  });

  it.each([
    [640, 450],
    [360, 640],
  ])('has title, authors and buttons in sight in a window of %i × %i', async (width, height) => {
    const tab = await byline().visit(at, listingOf(5));
    await byline().report(tab);
    await tab.size(width, height);
    const title = listedPapers[1]?.title ?? '';
    const line = await boxOfText(tab, title.slice(0, 16));
    await tab.hover(line.x + 40, line.y + line.height / 2);
    const card = await openAt(tab, title);
    if (card === undefined) throw new Error('No card.');
    const parts = await tab.closed((roots) =>
      ['.b-title', '.b-authors', '[aria-label="Save"]'].map((part) => {
        const { top = -1, bottom = Infinity } =
          roots
            .map((root) => root.querySelector(`[role="dialog"] ${part}`))
            .find((one) => one !== null)
            ?.getBoundingClientRect() ?? {};
        return { part, top, bottom };
      }),
    );
    // A hair of a pixel less where the browser zooms.
    expect(parts.filter(({ top, bottom }) => top < card.y - 1 || bottom > card.y + card.height + 1)).toEqual([]);
    await tab.close();
  });
});
