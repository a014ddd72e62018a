// Papers by people the reader follows, on pages since the browser started.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fake } from '../../fixtures/fake-browser.ts';
import { follow, unfollow } from '../../../lib/library/follows.ts';
import { followsChanged } from '../../../lib/background/follows.ts';
import { testedWorker } from './worker.ts';

const { stores, value } = testedWorker();
const followed = {
  id: 'n-quillfeather-oda',
  name: 'Oda Quillfeather',
  variants: [],
  certain: false,
  colleagues: ['other bo'],
  paper: 'arxiv:2609.04001',
  since: 1,
};

beforeEach(async () => {
  await stores().library.erase();
  await follow(stores().library, followed);
  followsChanged(stores());
});

afterEach(() => void vi.restoreAllMocks());

/** A listing of one paper is read; a higher number later. */
async function read(number: number, author: string, incognito = false): Promise<void> {
  vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000 + number);
  const id = `2609.0400${number}`;
  const title = `Quiet Harbours, Part ${'I'.repeat(number)}, Counted Again`;
  const fields = { title: [title], authors: [author, 'Bo Other'], page: [`https://arxiv.org/abs/${id}`] };
  const url = 'https://arxiv.org/list/cs.LG/new';
  await value(
    'page.blocks',
    {
      url,
      meta: [],
      rows: [{ row: 1, isPageRow: false, fields }],
      blocks: [{ kind: 'title', text: title, spans: [], row: 1 }],
    },
    { id: 'byline', url, tab: { id: 7, incognito }, frameId: 0 },
  );
}
const met = async (): Promise<string[]> => (await value('library.met', {})).rows.map(({ id }) => id);

it('the last seen comes first; others’ papers and those of private windows are not among them', async () => {
  expect(await met()).toEqual([]);
  await read(1, 'Oda Quillfeather');
  await read(2, 'Ada Example');
  await read(3, 'Oda Quillfeather', true);
  await read(4, 'O. Quillfeather');
  expect(await met()).toEqual(['arxiv:2609.04004', 'arxiv:2609.04001']);
  expect((await value('library.met', {})).total).toBe(2);
});

it('one is taken off and put back; nobody followed, none are there; a new start has none', async () => {
  await read(1, 'Oda Quillfeather');
  await read(4, 'Oda Quillfeather');
  await value('library.removeMet', { id: 'arxiv:2609.04001', removed: true });
  expect(await met()).toEqual(['arxiv:2609.04004']);
  await value('library.removeMet', { id: 'arxiv:2609.04001', removed: false });
  expect((await met()).toSorted()).toEqual(['arxiv:2609.04001', 'arxiv:2609.04004']);
  await unfollow(stores().library, followed.id);
  followsChanged(stores());
  expect(await met()).toEqual([]);
  await follow(stores().library, followed);
  followsChanged(stores());
  fake.session.clear();
  expect(await met()).toEqual([]);
});
