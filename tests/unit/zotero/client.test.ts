// Zotero on this machine: what is sent to it and read of it, by a stand-in that answers well and rudely.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { itemsOfZotero, sendToZotero, ZOTERO, ZoteroError, type ZoteroPorts } from '../../../lib/zotero/client.ts';
import { zoteroItem } from '../../../lib/zotero/item.ts';
import { thereInZotero } from '../../../lib/zotero/there.ts';
import type { ListedPaper } from '../../../lib/views/cite/cited-paper.ts';
import { startZotero, type ZoteroMood, type ZoteroStandIn } from '../../../tools/stand-in/zotero.ts';

const library = Array.from({ length: 1200 }, (_, at) => ({
  itemType: 'journalArticle',
  title: `On the Loud Rivers of Number ${at}`,
  DOI: `10.5555/loud.${at}`,
}));
let zotero: ZoteroStandIn;
const logged: string[] = [];
let session = 0;
const ports: ZoteroPorts = {
  // The stand-in has another port.
  fetch: (address, init) => fetch(String(address).replace(ZOTERO, zotero.address), init),
  log: (name) => {
    logged.push(`${name} ${zotero.asked().length}`);
    return Promise.resolve((end) => {
      logged.push(`${name} ${end.answer}`);
      return Promise.resolve();
    });
  },
  session: () => `session ${(session += 1)}`,
};
const listed = (more: object = {}): ListedPaper => ({
  record: { id: 'x', title: 'On Quiet Rivers', authors: ['Ada Example'], year: 2021, ...more },
  abstract: 'Rivers are quiet.',
  tags: ['thesis'],
  note: 'Read <this> & that.\nTwice.',
});

beforeAll(async () => {
  zotero = await startZotero(0, library);
});
afterAll(() => zotero.close());
beforeEach(() => {
  zotero.mood('well');
  logged.length = 0;
});

describe('a paper as Zotero takes it', () => {
  it.each([
    [
      { type: 'journal', venue: 'Journal of Rivers', doi: '10.1/r', volume: '3', pages: '1-9' },
      { itemType: 'journalArticle', publicationTitle: 'Journal of Rivers', DOI: '10.1/r', volume: '3', pages: '1-9' },
    ],
    [
      { type: 'conference', venue: 'ICML 2021', arxivId: '2101.00001' },
      { itemType: 'conferencePaper', proceedingsTitle: 'ICML 2021', extra: 'arXiv:2101.00001' },
    ],
    [
      { type: 'preprint', arxivId: '2101.00001' },
      {
        itemType: 'preprint',
        repository: 'arXiv',
        archiveID: 'arXiv:2101.00001',
        url: 'https://arxiv.org/abs/2101.00001',
      },
    ],
    [
      { authors: ['Ada van der Berg Jr.', 'LHCb Collaboration'] },
      {
        creators: [
          { creatorType: 'author', firstName: 'Ada', lastName: 'van der Berg Jr.' },
          { creatorType: 'author', name: 'LHCb Collaboration' },
        ],
      },
    ],
    [
      {},
      {
        date: '2021',
        abstractNote: 'Rivers are quiet.',
        tags: [{ tag: 'thesis' }],
        notes: [{ note: '<p>Read &lt;this&gt; &amp; that.<br>Twice.</p>' }],
        attachments: [],
      },
    ],
  ])('%#', (more, item) => {
    expect(zoteroItem(listed(more), 0)).toMatchObject(item);
  });
});

describe('sending to Zotero', () => {
  it('sends all, some at a time, each written down before it goes out', async () => {
    const before = zotero.asked().length;
    const told: number[] = [];
    await sendToZotero(
      ports,
      Array.from({ length: 120 }, (_, at) => zoteroItem(listed(), at)),
      (sent) => told.push(sent),
    );
    expect(zotero.items()).toHaveLength(120);
    expect(told).toEqual([50, 100, 120]);
    // What the log was told stands before the request that it is about.
    expect(logged).toEqual([
      `items ${before}`,
      'items 201',
      `items ${before + 1}`,
      'items 201',
      `items ${before + 2}`,
      'items 201',
    ]);
  });

  it.each<[ZoteroMood, string]>([
    ['locked', 'locked'],
    ['old', 'old'],
    ['html', 'odd'],
    ['redirect', 'closed'],
    ['silent', 'closed'],
  ])('says what is wrong where it is %s', async (mood, problem) => {
    zotero.mood(mood);
    const sending = sendToZotero(ports, [zoteroItem(listed(), 0)], () => undefined);
    await expect(sending).rejects.toEqual(new ZoteroError(problem as 'odd'));
    expect(logged).toHaveLength(2);
  });
});

describe('reading what Zotero has', () => {
  it('reads all of it, part after part, and finds the list’s papers by DOI, arXiv id and title', async () => {
    const told: number[] = [];
    const known = await itemsOfZotero(ports, (read) => told.push(read));
    expect(known).toHaveLength(1200);
    expect(told).toEqual([500, 1000, 1200]);
    known.push({ title: 'Another', texts: ['arXiv:2101.00007 [cs.LG]'] });
    const row = (id: string, more: object) => ({ id, title: id, doi: null, arxivId: null, ...more });
    expect([
      ...thereInZotero(
        [
          row('a', { doi: '10.5555/LOUD.7' }),
          row('b', { title: 'On the loud rivers of number 8.' }),
          row('c', { arxivId: '2101.00007' }),
          row('d', { doi: '10.5555/none' }),
        ],
        known,
      ),
    ]).toEqual(['a', 'b', 'c']);
  });

  it.each<[ZoteroMood, string]>([
    ['off', 'off'],
    ['html', 'odd'],
    ['broken', 'odd'],
    ['endless', 'large'],
    ['silent', 'closed'],
  ])('says what is wrong where it is %s', async (mood, problem) => {
    zotero.mood(mood);
    await expect(itemsOfZotero(ports, () => undefined)).rejects.toEqual(new ZoteroError(problem as 'odd'));
  });
});
