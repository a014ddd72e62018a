import { describe, expect, it } from 'vitest';
import { questionKey } from '../../../../lib/page/read/open-block.ts';
import type { BlocksAnswer, BlocksRequest } from '../../../../lib/messages/page-protocol.ts';
import { Ship } from '../../../../lib/page/read/block-queue.ts';
import type { PageBlock } from '../../../../lib/page/read/walk.ts';

const block = (text: string, row?: number): PageBlock => ({
  text,
  kind: 'text',
  spans: [],
  ...(row === undefined ? {} : { row }),
  // Ship never looks at nodes.
  element: null as unknown as HTMLElement,
  pieces: [],
  cited: false,
  key: questionKey({ text, kind: 'text', spans: [] }, row ?? 0),
});

function harbour(answer: (request: BlocksRequest) => Promise<BlocksAnswer> = () => Promise.resolve(nothing)) {
  const sent: BlocksRequest[] = [];
  const found: [string, number][] = [];
  let inFlight = 0;
  let most = 0;
  const ship = new Ship(
    {
      ask: async (request) => {
        sent.push(request);
        most = Math.max(most, ++inFlight);
        await Promise.resolve();
        try {
          return await answer(request);
        } finally {
          inFlight -= 1;
        }
      },
      papers: () => {},
      found: ({ text }, mentions) => found.push([text, mentions.length]),
      done: () => {},
      work: (steps) => Promise.resolve([...steps]),
      wait: () => Promise.resolve(),
      rows: () => Promise.resolve([]),
    },
    new AbortController().signal,
  );
  ship.open({ url: 'https://example.org/', meta: [['citation_title', 'A']] });
  return { ship, sent, found, most: () => most };
}
/** Whatever is ready to be done is done. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const nothing: BlocksAnswer = { mentions: [], people: [], own: [], papers: [], missing: [] };
const one = (block_: number): BlocksAnswer => ({
  ...nothing,
  mentions: [{ block: block_, start: 0, length: 3, papers: ['p'], via: 'title', confidence: 1 }],
});

describe('asking about blocks', () => {
  it('sends the meta tags with the first message, which goes also without blocks', async () => {
    const { ship, sent } = harbour();
    await ship.pump(true);
    expect(sent).toEqual([{ url: 'https://example.org/', meta: [['citation_title', 'A']], blocks: [] }]);
    ship.add(block('later'));
    await ship.pump(true);
    expect(sent[1]?.meta).toEqual([]);
  });

  it('sends and takes nothing between two pages, and asks again at the next', async () => {
    let answer: (value: BlocksAnswer) => void = () => {};
    const { ship, sent, found } = harbour(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    ship.add(block('same'));
    const first = ship.pump(true);
    await turn();
    ship.hold();
    answer(one(0));
    await first;
    ship.add(block('same'));
    await ship.pump(true);
    expect(ship.idle).toBe(false);
    expect([sent.length, found]).toEqual([1, []]);
    ship.open({ url: 'https://example.org/2', meta: [], left: 'https://example.org/' });
    ship.add(block('same'));
    const second = ship.pump(true);
    await turn();
    answer(one(0));
    await second;
    expect(sent[1]).toMatchObject({ url: 'https://example.org/2', left: 'https://example.org/' });
    expect(found).toEqual([['same', 1]]);
  });

  it('asks again what was asked while the page was taken for another paper’s', async () => {
    const { ship, sent } = harbour(() => Promise.resolve(one(0)));
    ship.add(block('same'));
    await ship.pump(true);
    ship.forget();
    ship.add(block('same'));
    await ship.pump(true);
    expect(sent.flatMap(({ blocks }) => blocks)).toHaveLength(2);
  });

  it('asks once for the same text, and tells of every place it stands', async () => {
    const { ship, sent, found } = harbour(() => Promise.resolve(one(0)));
    ship.add(block('same'));
    ship.add(block('same'));
    await ship.pump(true);
    ship.add(block('same'));
    expect(sent.flatMap(({ blocks }) => blocks)).toHaveLength(1);
    expect(found).toEqual([
      ['same', 1],
      ['same', 1],
      ['same', 1],
    ]);
  });

  it('has one message in flight, and sends what came meanwhile', async () => {
    const { ship, sent, most } = harbour();
    for (let at = 0; at < 2000; at++) ship.add(block(`text ${at}`));
    const first = ship.pump(false);
    ship.add(block('one more'));
    await ship.pump(true);
    await first;
    expect(most()).toBe(1);
    expect(sent.flatMap(({ blocks }) => blocks)).toHaveLength(2001);
    expect(ship.idle).toBe(true);
  });

  it('waits with little text until the page is read', async () => {
    const { ship, sent } = harbour();
    ship.add(block('little'));
    await ship.pump(false);
    expect(sent).toEqual([]);
  });

  it('keeps a row in one message', async () => {
    const { ship, sent } = harbour();
    for (let row = 1; row <= 100; row++)
      for (const part of ['links', 'title', 'names']) ship.add(block(`${part} ${row}`, row));
    await ship.pump(true);
    for (const { blocks } of sent) expect(blocks.length % 3).toBe(0);
    expect(sent.length).toBeGreaterThan(1);
  });

  it('tries again while the worker is not ready, and gives up in the end', async () => {
    let times = 0;
    const ready = harbour(() => (++times < 3 ? Promise.reject(new Error('not ready')) : Promise.resolve(one(0))));
    ready.ship.add(block('text'));
    await ready.ship.pump(true);
    expect(ready.found).toEqual([['text', 1]]);
    const never = harbour(() => Promise.reject(new Error('no')));
    never.ship.add(block('text'));
    await never.ship.pump(true);
    expect(never.sent.length).toBeLessThan(12);
    expect(never.ship.idle).toBe(true);
  });

  it('drops an answer that belongs to another page', async () => {
    let first = true;
    const { ship, sent, found } = harbour(() => {
      if (first) ship.open({ url: 'https://example.org/2', meta: [] });
      first = false;
      return Promise.resolve(one(0));
    });
    ship.add(block('old'));
    await ship.pump(true);
    expect(sent.map(({ url }) => url)).toEqual(['https://example.org/', 'https://example.org/2']);
    expect(found).toEqual([]);
  });
});

describe('the key of a block', () => {
  const bare = { text: 'A title', kind: 'title', spans: [] } as const;
  it.each([
    ['other text', { ...bare, text: 'A titel' }, 0],
    ['another kind', { ...bare, kind: 'text' as const }, 0],
    [
      'another link',
      { ...bare, spans: [{ start: 0, end: 1, kind: 'link' as const, href: 'https://arxiv.org/abs/1' }] },
      0,
    ],
    ['another row', bare, 7],
  ])('is another for %s', (_what, other, row) => {
    expect(questionKey({ ...other, spans: [...other.spans] }, row)).not.toBe(questionKey({ ...bare, spans: [] }, 0));
  });

  it('is the same for the same', () => {
    expect(questionKey({ ...bare, spans: [] }, 3)).toBe(questionKey({ ...bare, spans: [] }, 3));
  });
});
