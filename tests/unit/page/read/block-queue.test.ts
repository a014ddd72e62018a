import { describe, expect, it } from 'vitest';
import { questionKey } from '../../../../lib/page/read/open-block.ts';
import type { BlocksAnswer, BlocksRequest } from '../../../../lib/messages/page-protocol.ts';
import { BlockQueue } from '../../../../lib/page/read/block-queue.ts';
import type { PageBlock } from '../../../../lib/page/read/walk.ts';

const block = (text: string, row?: number): PageBlock => ({
  text,
  kind: 'text',
  spans: [],
  ...(row === undefined ? {} : { row }),
  // BlockQueue never looks at nodes.
  element: null as unknown as HTMLElement,
  pieces: [],
  cited: false,
  key: questionKey({ text, kind: 'text', spans: [] }, row ?? 0),
});

function queueWith(answer: (request: BlocksRequest) => Promise<BlocksAnswer> = () => Promise.resolve(nothing)) {
  const sent: BlocksRequest[] = [];
  const found: [string, number][] = [];
  let inFlight = 0;
  let most = 0;
  const queue = new BlockQueue(
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
  queue.open({ url: 'https://example.org/', meta: [['citation_title', 'A']] });
  return { queue, sent, found, most: () => most };
}
/** Whatever is ready to be done is done. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const nothing: BlocksAnswer = { mentions: [], people: [], pagePapers: [], papers: [], missing: [] };
const mention: BlocksAnswer['mentions'][number] = {
  block: 0,
  start: 0,
  length: 3,
  papers: ['p'],
  via: 'title',
  confidence: 1,
};
const one = (block_: number): BlocksAnswer => ({
  ...nothing,
  mentions: [{ ...mention, block: block_ }],
});

describe('asking about blocks', () => {
  it('sends the meta tags with the first message, which goes also without blocks', async () => {
    const { queue, sent } = queueWith();
    await queue.pump(true);
    expect(sent).toEqual([{ url: 'https://example.org/', meta: [['citation_title', 'A']], blocks: [] }]);
    queue.add(block('later'));
    await queue.pump(true);
    expect(sent[1]?.meta).toEqual([]);
  });

  it('a title that goes on in the next block is reported once, and neither of the two answers for others', async () => {
    const { queue, sent, found } = queueWith(({ blocks }) =>
      Promise.resolve({
        ...nothing,
        mentions: blocks.flatMap(({ text }, at) =>
          text === 'half' && blocks[at + 1]?.text === 'of it'
            ? [{ ...mention, block: at, length: 10, goesOn: true as const }]
            : [],
        ),
      }),
    );
    for (const text of ['half', 'of it', 'more']) queue.add(block(text));
    await queue.pump(true);
    expect(found).toEqual([
      ['half\nof it', 1],
      ['more', 0],
    ]);
    for (const text of ['half', 'of that', 'of it', 'more']) queue.add(block(text));
    await queue.pump(true);
    expect(sent[1]?.blocks.map(({ text }) => text)).toEqual(['half', 'of that', 'of it']);
    expect(found.slice(2).map(([, mentions]) => mentions)).toEqual([0, 0, 0, 0]);
  });

  it('sends and takes nothing between two pages, and asks again at the next', async () => {
    let answer: (value: BlocksAnswer) => void = () => {};
    const { queue, sent, found } = queueWith(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    queue.add(block('same'));
    const first = queue.pump(true);
    await turn();
    queue.hold();
    answer(one(0));
    await first;
    queue.add(block('same'));
    await queue.pump(true);
    expect(queue.idle).toBe(false);
    expect([sent.length, found]).toEqual([1, []]);
    queue.open({ url: 'https://example.org/2', meta: [], previousUrl: 'https://example.org/' });
    queue.add(block('same'));
    const second = queue.pump(true);
    await turn();
    answer(one(0));
    await second;
    expect(sent[1]).toMatchObject({ url: 'https://example.org/2', previousUrl: 'https://example.org/' });
    expect(found).toEqual([['same', 1]]);
  });

  it('asks again what was asked while the page was taken for another paper’s', async () => {
    const { queue, sent } = queueWith(() => Promise.resolve(one(0)));
    queue.add(block('same'));
    await queue.pump(true);
    queue.forget();
    queue.add(block('same'));
    await queue.pump(true);
    expect(sent.flatMap(({ blocks }) => blocks)).toHaveLength(2);
  });

  it('asks once for the same text, and reports every place of it', async () => {
    const { queue, sent, found } = queueWith(() => Promise.resolve(one(0)));
    queue.add(block('same'));
    queue.add(block('same'));
    await queue.pump(true);
    queue.add(block('same'));
    expect(sent.flatMap(({ blocks }) => blocks)).toHaveLength(1);
    expect(found).toEqual([
      ['same', 1],
      ['same', 1],
      ['same', 1],
    ]);
  });

  it('has one message in flight, and sends what came meanwhile', async () => {
    const { queue, sent, most } = queueWith();
    for (let at = 0; at < 2000; at++) queue.add(block(`text ${at}`));
    const first = queue.pump(false);
    queue.add(block('one more'));
    await queue.pump(true);
    await first;
    expect(most()).toBe(1);
    expect(sent.flatMap(({ blocks }) => blocks)).toHaveLength(2001);
    expect(queue.idle).toBe(true);
  });

  it('waits with little text until the page is read', async () => {
    const { queue, sent } = queueWith();
    queue.add(block('little'));
    await queue.pump(false);
    expect(sent).toEqual([]);
  });

  it('keeps a row in one message', async () => {
    const { queue, sent } = queueWith();
    for (let row = 1; row <= 100; row++)
      for (const part of ['links', 'title', 'names']) queue.add(block(`${part} ${row}`, row));
    await queue.pump(true);
    for (const { blocks } of sent) expect(blocks.length % 3).toBe(0);
    expect(sent.length).toBeGreaterThan(1);
  });

  it('tries again while the worker is not ready, and gives up in the end', async () => {
    let times = 0;
    const ready = queueWith(() => (++times < 3 ? Promise.reject(new Error('not ready')) : Promise.resolve(one(0))));
    ready.queue.add(block('text'));
    await ready.queue.pump(true);
    expect(ready.found).toEqual([['text', 1]]);
    const never = queueWith(() => Promise.reject(new Error('no')));
    never.queue.add(block('text'));
    await never.queue.pump(true);
    expect(never.sent.length).toBeLessThan(12);
    expect(never.queue.idle).toBe(true);
  });

  it('drops an answer that belongs to another page', async () => {
    let first = true;
    const { queue, sent, found } = queueWith(() => {
      if (first) queue.open({ url: 'https://example.org/2', meta: [] });
      first = false;
      return Promise.resolve(one(0));
    });
    queue.add(block('old'));
    await queue.pump(true);
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
