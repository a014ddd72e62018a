import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesIn, entriesOfHits } from '../../../../lib/match/compare-titles.ts';
import type { Block } from '../../../../lib/messages/page-protocol.ts';
import { scan } from '../../../../lib/match/scan.ts';
import {
  buildTitleIndex,
  openChunk,
  openResidentIndex,
  TitleIndexError,
  TitleIndexWriter,
  titleEntries,
} from '../../../../lib/packs/tables/title-index.ts';
import type { ResidentIndex, OrdinalEntry, TitleChunk } from '../../../../lib/packs/tables/title-index.ts';
import type { TitleIndex } from '../../../../lib/match/title-lookup.ts';
import { emptySums } from '../../../../lib/text/hash.ts';
import { fold } from '../../../../lib/text/tokens.ts';

type Titled = Parameters<typeof buildTitleIndex>[0];

function titlesOf(front: ResidentIndex, chunks: readonly (TitleChunk | null)[]): TitleIndex {
  return { front, chunks: async (numbers) => numbers.map((number) => chunks[number] ?? null) };
}
function packOf(papers: Titled): TitleIndex {
  const { front, chunks } = buildTitleIndex(papers);
  return titlesOf(openResidentIndex(front), chunks.map(openChunk));
}

/** Papers whose title a text is, as a whole. */
async function papersOf(pack: TitleIndex, text: string): Promise<number[]> {
  const block: Block = { text: `“${text}”`, kind: 'text', spans: [] };
  const entries = await entriesOfHits(scan([block], [pack.front]), [pack]);
  const folded = fold(block.text);
  return candidatesIn(block.text, folded, emptySums(), entries.get(0) ?? [])
    .filter(({ from, to }) => from === 0 && to === folded.words)
    .flatMap(({ papers }) => papers.map((paper) => paper.ordinal));
}

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const title = fc
  .array(word, { minLength: 1, maxLength: 40 })
  .map((words) => words.join(' '))
  .filter((text) => text.length > 2);

it('every title put in is found again, by its paper', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(title, { maxLength: 60 }), async (titles) => {
      const pack = packOf(titles.map((one, paper) => ({ paper, titles: [one] })));
      const found = await Promise.all(titles.map((one) => papersOf(pack, one)));
      found.forEach((papers, paper) => {
        expect(papers).toContain(paper);
      });
    }),
    { numRuns: 60 },
  );
});

it('papers keep their ordinals up to the last', async () => {
  const pack = packOf([{ paper: 16_777_215, titles: ['The Very Last Paper That Fits In Here'] }]);
  expect(await papersOf(pack, 'the very last paper that fits in here')).toEqual([16_777_215]);
});

it('titles of 255 letters and more are found whole', async () => {
  const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
  const pack = packOf([
    { paper: 3, titles: [long] },
    { paper: 4, titles: [`${long} and more`] },
  ]);
  expect(await papersOf(pack, long)).toEqual([3]);
  expect(await papersOf(pack, `${long} and more`)).toEqual([4]);
});

it('titles without letters are left out, and an empty pack is a segment', async () => {
  expect(packOf([{ paper: 0, titles: ['', '?!', '   '] }]).front.entries).toBe(0);
  expect(await papersOf(packOf([]), 'Anything at all that one may ask')).toEqual([]);
});

const many = Array.from({ length: 3000 }, (_, paper) => ({
  paper,
  titles: [`Title number ${paper} of a long row: with subtitle ${paper * 7}`],
}));

it('a title is found in whatever chunk it is', async () => {
  const pack = packOf(many);
  expect(pack.front.chunks).toBeGreaterThan(1);
  for (const { paper, titles } of many.slice(0, 200)) {
    expect(await papersOf(pack, titles[0] ?? '')).toEqual([paper]);
  }
});

it('a title whose chunk is gone is not found', async () => {
  const { front, chunks } = buildTitleIndex(many);
  const pack = titlesOf(
    openResidentIndex(front),
    chunks.map(() => null),
  );
  expect(await papersOf(pack, many[5]?.titles[0] ?? '')).toEqual([]);
});

describe('the writer', () => {
  const entries = titleEntries(['A Field Guide to Federated Optimization of Everything'])
    .map((entry): OrdinalEntry => ({ ...entry, ordinal: 0 }))
    .sort((one, other) => one.key - other.key);
  it('refuses entries out of order, more and fewer than announced', () => {
    expect(() => new TitleIndexWriter(entries.length, () => undefined).add(entries.toReversed())).toThrow(
      TitleIndexError,
    );
    expect(() => new TitleIndexWriter(entries.length - 1, () => undefined).add(entries)).toThrow(TitleIndexError);
    expect(() => new TitleIndexWriter(entries.length, () => undefined).finish()).toThrow(TitleIndexError);
  });
  it('a long title has a second entry, for when its beginning is mistyped', () => {
    expect(entries).toHaveLength(2);
    expect(titleEntries(['A Short Title'])).toHaveLength(1);
  });
});

describe('damage', () => {
  const { front, chunks } = buildTitleIndex(many.slice(0, 300));
  const [chunk = new Uint8Array()] = chunks;
  const parts = [
    ['front', front, openResidentIndex],
    ['chunk', chunk, openChunk],
  ] as const;
  it.each(parts)('of a %s is refused, whatever bit is wrong', (_part, whole, open) => {
    fc.assert(
      fc.property(fc.nat({ max: whole.byteLength - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const copy = whole.slice();
        copy[at] = (copy[at] ?? 0) ^ flip;
        expect(() => open(copy)).toThrow(TitleIndexError);
      }),
      { numRuns: 300 },
    );
  });
  it.each(parts)('a %s that is cut off or foreign is refused', (_part, whole, open) => {
    fc.assert(
      fc.property(fc.nat({ max: whole.byteLength - 1 }), (length) => {
        expect(() => open(whole.slice(0, length))).toThrow(TitleIndexError);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => open(bytes)).toThrow(TitleIndexError);
      }),
    );
  });
  it('parts are read from anywhere in a larger buffer', () => {
    const larger = new Uint8Array(front.byteLength + 3);
    larger.set(front, 3);
    expect(openResidentIndex(larger.subarray(3)).entries).toBe(openResidentIndex(front).entries);
  });
  it('a front opened without the check of its contents answers wrongly at worst', async () => {
    const opened = chunks.map(openChunk);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 64, maxLength: 400 }),
        fc.nat({ max: front.byteLength - 500 }),
        async (noise, at) => {
          const copy = front.slice();
          copy.set(noise, 64 + at);
          const pack = titlesOf(openResidentIndex(copy, { contents: false }), opened);
          await Promise.all(many.slice(0, 20).map(({ titles }) => papersOf(pack, titles[0] ?? '')));
        },
      ),
    );
  });
});

it('what stays in memory costs at most nine bytes a title', () => {
  const titles = Array.from({ length: 30_000 }, (_, paper) => ({
    paper,
    titles: [`Some learned ${paper} thing about ${paper % 97} others`],
  }));
  expect(buildTitleIndex(titles).front.byteLength / titles.length).toBeLessThan(9);
});
