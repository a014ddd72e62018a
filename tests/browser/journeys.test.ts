// What readers do most, by a real pointer, counted in presses (clicks and keys): a rest of the pointer is none, nor is a
// turn of the wheel. Each prints what it took.
import { describe, expect, it } from 'vitest';
import { ask, eventually, openCard } from '../../tools/browser/byline.ts';
import type { Box, Tab } from '../../tools/browser/session.ts';
import { fixture, kinds, useByline, type Byline } from './harness.ts';
import { boxOfText, middle, pill } from './marks.ts';

const listing = 'https://arxiv.org/list/cs.LG/recent';
const federated = 'Adaptive Federated Optimization';
const unknown = 'A paper of last night that no catalog has seen';

/** A reader's hand: what it presses is counted. */
class Hand {
  presses = 0;
  readonly #tab: Tab;
  constructor(tab: Tab) {
    this.#tab = tab;
  }

  /** The pointer comes to a text of the page and rests there, until the card that opens has this title. */
  async restOn(text: string, title: string): Promise<void> {
    const [x, y] = middle(await boxOfText(this.#tab, text));
    await this.#tab.hover(x + 3, y + 2);
    await this.#tab.hover(x, y);
    await titled(this.#tab, title);
  }

  /** One click on a part of the card's visible level, with these words if there are several. */
  async press(selector: string, words = ''): Promise<void> {
    const box = await eventually(async () => (await partOf(this.#tab, selector, words)) ?? undefined);
    if (box === undefined) throw new Error(`The card shows no ${selector} ${words}.`);
    await this.#tab.hover(...middle(box));
    await this.#tab.click(...middle(box));
    this.presses += 1;
  }
}

/** A part of the card, brought into view: a turn of the wheel is no press. Null until the card is filled in. */
const partOf = (tab: Tab, selector: string, words: string): Promise<Box | null> =>
  tab.closed(
    (roots, wanted) => {
      const card = roots.map((root) => root.querySelector('[role="dialog"]')).find((one) => one !== null);
      if (card === undefined || card === null || card.querySelector('[aria-busy="true"]') !== null) return null;
      const part = [...card.querySelectorAll<HTMLElement>(wanted.selector)].find(
        (one) => one.getBoundingClientRect().width > 0 && one.innerText.includes(wanted.words),
      );
      if (part === undefined) return null;
      part.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = part.getBoundingClientRect();
      return { x, y, width, height };
    },
    { selector, words },
  );

async function titled(tab: Tab, title: string): Promise<void> {
  let shown: string | undefined;
  const there = await eventually(async () => {
    shown = (await openCard(tab))?.title;
    return shown === title ? true : undefined;
  });
  if (there === undefined) throw new Error(`The card is of “${shown ?? 'nothing'}”, not of “${title}”.`);
}

/** A work on an author's card that is not the one the reader came from. */
const otherWork = '.b-level:not([hidden]) .b-work:not([data-work="arxiv:2003.00295"])';
async function isOfAnother(tab: Tab): Promise<void> {
  const title = await eventually(async () => {
    const shown = (await openCard(tab))?.title;
    return shown === 'Sashank Reddi' || shown === '' ? undefined : shown;
  });
  if (title === undefined) throw new Error('No work took the place of the author’s card.');
  expect(title).not.toBe(federated);
}

interface Journey {
  name: string;
  /** The number of presses that it may take. */
  most: number;
  walk: (hand: Hand, tab: Tab, byline: Byline) => Promise<void>;
}

const journeys: readonly Journey[] = [
  {
    name: 'from a listing to the code of a row',
    most: 1,
    walk: async (hand, _tab, { session }) => {
      await hand.restOn(federated, federated);
      await hand.press('.b-code-button a');
      const address = await eventually(async () => {
        const open = await session.inExtension(async (api) => (await api.tabs.query({})).map(({ url = '' }) => url));
        return open.find((one) => one.startsWith('https://github.com/'));
      });
      expect(address).toBe('https://github.com/google-research/federated/tree/master/optimization');
    },
  },
  {
    name: 'from a listing to another work of an author, by the row’s card',
    most: 2,
    walk: async (hand, tab) => {
      await hand.restOn(federated, federated);
      await hand.press('.b-level:not([hidden]) button', 'Reddi');
      await titled(tab, 'Sashank Reddi');
      await hand.press(otherWork);
      await isOfAnother(tab);
    },
  },
  {
    name: 'from a listing to another work of an author, by the name in the row',
    most: 1,
    walk: async (hand, tab) => {
      await hand.restOn('Sashank', 'Sashank Reddi');
      await hand.press(otherWork);
      await isOfAnother(tab);
    },
  },
  {
    name: 'from a paper that no catalog has to the reading list',
    most: 1,
    walk: async (hand, _tab, { session }) => {
      const id = 'arxiv:2611.00001';
      await hand.restOn(unknown, unknown);
      await hand.press('[aria-label="Save"]');
      expect(
        await eventually(async () => ((await ask(session, 'card.paper', { id })).status === null ? undefined : true)),
      ).toBe(true);
    },
  },
];

describe.each(kinds)('a journey in %s', (kind) => {
  const byline = useByline(kind);

  it.each(journeys)('$name takes $most', async ({ name, most, walk }) => {
    const tab = await byline().visit(listing, fixture('arxiv-listing.html'));
    await tab.front();
    await tab.size(1280, 900);
    await byline().report(tab);
    await pill(tab, federated);
    const hand = new Hand(tab);
    await walk(hand, tab, byline());
    process.stdout.write(`${kind}: ${name}: ${hand.presses} ${hand.presses === 1 ? 'press' : 'presses'}\n`);
    expect(hand.presses).toBeLessThanOrEqual(most);
    await tab.close();
  });
});
