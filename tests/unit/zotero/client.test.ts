// Zotero on this machine: what is sent to it and read of it, by a stand-in that answers well and rudely.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { itemsOfZotero, sendItems, ZOTERO, ZoteroError, type ZoteroPorts } from '../../../lib/zotero/client.ts';
import { zoteroItem } from '../../../lib/zotero/item.ts';
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
  fetch: (address, init) => fetch(address.replace(ZOTERO, zotero.address), init),
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

const ways = {
  send: (by: ZoteroPorts) => sendItems(by, [zoteroItem(listed(), 0)]),
  read: async (by: ZoteroPorts) => void (await itemsOfZotero(by)),
};

describe('what is asked of Zotero', () => {
  it('papers go there at once, and what it has is read part after part, each written down before it goes out', async () => {
    const before = zotero.asked().length;
    await sendItems(
      ports,
      Array.from({ length: 50 }, (_, at) => zoteroItem(listed(), at)),
    );
    expect(zotero.items()).toHaveLength(50);
    expect(await itemsOfZotero(ports)).toHaveLength(1200);
    // How many had come when the log was told.
    expect(logged).toEqual([
      `items ${before}`,
      'items 201',
      ...[1, 2, 3].flatMap((more) => [`library ${before + more}`, 'library 200']),
    ]);
  });

  it.each<[keyof typeof ways, ZoteroMood, string]>([
    ['send', 'locked', 'zotero-locked'],
    ['send', 'old', 'zotero-old'],
    ['send', 'refusing', 'zotero-odd'],
    ['send', 'failing', 'zotero-odd'],
    ['send', 'html', 'zotero-odd'],
    ['send', 'redirect', 'zotero-closed'],
    ['send', 'silent', 'zotero-closed'],
    ['send', 'slow', 'zotero-closed'],
    ['read', 'off', 'zotero-off'],
    ['read', 'refusing', 'zotero-odd'],
    ['read', 'failing', 'zotero-odd'],
    ['read', 'html', 'zotero-odd'],
    ['read', 'broken', 'zotero-odd'],
    ['read', 'other', 'zotero-odd'],
    ['read', 'cut', 'zotero-closed'],
    ['read', 'endless', 'zotero-large'],
    ['read', 'silent', 'zotero-closed'],
    ['read', 'slow', 'zotero-closed'],
  ])('to %s where it is %s: %s', async (way, mood, problem) => {
    zotero.mood(mood);
    const by = mood === 'slow' ? { ...ports, patience: 200 } : ports;
    await expect(ways[way](by)).rejects.toEqual(new ZoteroError(problem as 'zotero-odd'));
    expect(logged).toHaveLength(2);
  });
});
