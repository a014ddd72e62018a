// Saving from the browser's own menu and by key: which paper is meant, and what is said. Here nothing can be said on the
// page, so the icon says it.
import { fake } from '../../fixtures/fake-browser.ts';
import { readingPages, testedWorker } from './worker.ts';
import { saveHere } from '../../../lib/background/save/save-here.ts';
import { t } from '../../../lib/i18n/i18n.ts';
import { allEntries } from '../../../lib/library/entries.ts';
import { beforeEach, describe, expect, it } from 'vitest';

const { stores, value } = testedWorker();
const read = readingPages(value);
const TAB = 5;
/** One of the bundled catalog. */
const known = { id: 'arxiv:2002.07028', address: 'https://arxiv.org/abs/2002.07028v2' };

/** A tab on that address; its page script answers that it has those papers. */
function show(url: string, papers: readonly string[] = [], incognito = false): void {
  fake.tabs.push({
    id: TAB,
    url,
    incognito,
    script: (message) =>
      (message as { name: string }).name === 'page.summary' ? { papers, listing: null, adapter: null } : {},
  });
  fake.forbidden.add(TAB);
}
const saved = async () => (await allEntries(stores().library)).entries;
const said = (): string => fake.tooltips.get(TAB) ?? '';

beforeEach(() => stores().library.erase());

describe('saving from a page', () => {
  it('saves the page’s own paper, with the address of the page, and says so', async () => {
    show(known.address);
    await saveHere(stores(), TAB, { kind: 'page' });
    expect(await saved()).toMatchObject([{ id: known.id, status: 'to-read', savedFrom: known.address }]);
    expect(said()).toBe(t('hereSaved', 'Low-Rank Bottleneck in Multi-head Attention Models'));
    expect(fake.badges.get(TAB)).toBe('✓');
  });

  it('does the same by key where the reader is at no title', async () => {
    show(known.address);
    await saveHere(stores(), TAB, null);
    expect(await saved()).toMatchObject([{ id: known.id }]);
  });

  it('saves nothing on a page of many, and says what to do', async () => {
    show('https://arxiv.org/list/cs.LG/new', [known.id]);
    await saveHere(stores(), TAB, { kind: 'page' });
    expect(await saved()).toEqual([]);
    expect(said()).toBe(t('hereNoPage'));
    expect(fake.badges.get(TAB)).toBe('!');
  });

  it.each([
    ['a paper that the catalog has', 'https://arxiv.org/pdf/2002.07028', known.id],
    ['one that a page said something of', 'https://arxiv.org/abs/2609.03001#section', 'arxiv:2609.03001'],
  ])('saves %s by a link to it', async (_, address, id) => {
    await read(1, 'Lanterns Along a Slow Canal', ['Ada Example']);
    show('https://example.org/post');
    await saveHere(stores(), TAB, { kind: 'link', address });
    expect(await saved()).toMatchObject([{ id, savedFrom: 'https://example.org/post' }]);
  });

  it('says that a link leads to no paper', async () => {
    show('https://example.org/post');
    await saveHere(stores(), TAB, { kind: 'link', address: 'https://example.org/other' });
    expect(await saved()).toEqual([]);
    expect(said()).toBe(t('hereNoLink'));
  });

  it.each([
    ['the page’s own row', 'Lanterns along a slow canal.', { id: 'arxiv:2609.03001' }],
    ['a title of the catalog', '“Low-Rank Bottleneck in Multi-head Attention Models,”', { id: known.id }],
    [
      'a title that nobody knows, by itself',
      'On Quiet Rivers and Their Ferries',
      { record: { title: 'On Quiet Rivers and Their Ferries' } },
    ],
  ])('saves %s by the text selected', async (_, text, entry) => {
    const row = await read(1, 'Lanterns Along a Slow Canal', ['Ada Example']);
    show('https://example.org/post', [row]);
    await saveHere(stores(), TAB, { kind: 'selection', text: text });
    expect(await saved()).toMatchObject([entry]);
  });

  it('takes no sentence for a title', async () => {
    show('https://example.org/post');
    await saveHere(stores(), TAB, { kind: 'selection', text: 'see https://example.org for more details; it is long' });
    expect(await saved()).toEqual([]);
    expect(said()).toBe(t('hereNoTitle'));
  });

  it('says that a paper is on the list, and changes nothing of it', async () => {
    await value('library.set', { id: known.id, status: 'read' });
    show(known.address);
    await saveHere(stores(), TAB, { kind: 'page' });
    expect(await saved()).toMatchObject([{ status: 'read' }]);
    expect(said()).toBe(t('hereOnList', 'Low-Rank Bottleneck in Multi-head Attention Models'));
  });

  it('saves nothing from a private window', async () => {
    show(known.address, [], true);
    await saveHere(stores(), TAB, { kind: 'page' });
    expect(await saved()).toEqual([]);
    expect(said()).toBe(t('herePrivate'));
  });

  it('keeps no address with a name and password, nor one that is not https', async () => {
    for (const [id, url, kept] of [
      ['arxiv:2609.03001', 'https://ada:secret@example.org/post#part', 'https://example.org/post'],
      ['arxiv:2609.03002', 'http://example.org/post', undefined],
    ] as const) {
      await read(Number(id.at(-1)), `Lanterns Along Canal ${id.at(-1)} of the North`, ['Ada Example']);
      fake.tabs = [];
      show(url);
      await saveHere(stores(), TAB, { kind: 'link', address: `https://arxiv.org/abs/${id.slice(6)}` });
      expect((await saved()).find((entry) => entry.id === id)?.savedFrom).toBe(kept);
    }
  });
});

describe('all papers of a page', () => {
  it('are saved with one press and taken back with one', async () => {
    const ids = [
      await read(1, 'Lanterns Along a Slow Canal', ['Ada Example']),
      await read(2, 'Ferries at a Wide River', ['Ben Example']),
    ];
    await value('library.set', { id: ids[1] ?? '', status: 'reading' });
    fake.tabs.push({ id: TAB, url: 'https://example.org/list' });
    const { added, unknown } = await value('list.save', { ids: [...ids, 'arxiv:0000.00000'], tab: TAB, now: 500 });
    expect({ added, unknown }).toEqual({ added: [ids[0]], unknown: 1 });
    expect(await saved()).toMatchObject([
      { id: ids[0], status: 'to-read', savedFrom: 'https://example.org/list' },
      { id: ids[1], status: 'reading' },
    ]);
    await value('library.takeBack', { ids: added, now: 500, last: true });
    expect(await saved()).toMatchObject([{ id: ids[1] }]);
  });
});
