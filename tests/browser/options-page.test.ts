// The options page: what is changed is stored at once, what is stored is shown, and every change can be undone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { kinds, takesPolicy, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'byline-options-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [libraryFile, noLibrary] = [join(folder, 'library.bib'), join(folder, 'notes.txt')];
// The first is on the list by then, the second is known to the catalog, the last has no title.
writeFileSync(
  libraryFile,
  `@article{a, title = {Large Batch Optimization for Deep Learning: Training BERT in 76 minutes}, eprint = {1904.00962}, archiveprefix = {arXiv}}
@article{b, title = {Are Transformers universal approximators of sequence-to-sequence functions?}, eprint = {1912.10077}, archiveprefix = {arXiv}}
@inproceedings{c, title = {On the First River}, author = {Vale, Mona}, doi = {10.1007/978-3-030-01234-2_15}, booktitle = {Proc. ACL}}
@article{d, title = {On the Second River}, author = {Mona Vale}, journal = {Computational Linguistics}}
@article{e, title = {On the Third River}, author = {Vale, Mona and Doe, Jane}}
@article{f, author = {Vale, Mona}}
`,
);
writeFileSync(noLibrary, 'Dear Sir');

describe.each(kinds)('the options in %s', (kind) => {
  const byline = useByline(kind);

  it('stores how a card opens at once, and says so', async () => {
    const tab = await byline().session.openOwn('options.html');
    await printed(tab, 'How cards open');
    await clickOn(tab, 'input[name="hover"]:not(:checked)');
    await printed(tab, 'Saved');
    expect((await ask(byline().session, 'settings.get', {})).hover).toBe('modifier');
    await printed(tab, 'Key to hold');
  });

  it('undoes a site that was switched off, and the undo too', async () => {
    await ask(byline().session, 'site.switch', { host: 'openreview.net', on: false });
    const tab = await byline().session.openOwn('options.html');
    await printed(tab, 'openreview.net');
    const sitesOff = async (): Promise<readonly string[]> => (await ask(byline().session, 'settings.get', {})).sitesOff;
    await clickOn(tab, '.lines button');
    await printed(tab, 'On again on openreview.net.');
    // The page says so at once, and the worker writes meanwhile.
    expect(await eventually(async () => ((await sitesOff()).length === 0 ? true : undefined))).toBe(true);
    await clickOn(tab, '.done button');
    expect(await eventually(async () => ((await sitesOff()).length > 0 ? true : undefined))).toBe(true);
  });

  it('lists ten thousand decisions a part at a time; one is taken back in place, and said again', async () => {
    const { session } = byline();
    const bearer = (paper: string) => [{ paper, person: 'n-quillfeather-oda' }];
    const decisions = Array.from({ length: 10_000 }, (_, at) => ({
      id: `d${at}`,
      decision: { kind: 'different', works: bearer(`arxiv:2609.${at}`), from: bearer('arxiv:2609.04001'), at },
      told: { says: 'not-theirs', name: 'Oda Quillfeather', titles: [`Quiet Rivers, Part ${at}`], works: 1 },
    }));
    const copy = { byline: 'copy', format: 1, made: '', works: [], follows: [], decisions, settings: {} };
    await ask(session, 'data.restore', { text: JSON.stringify(copy), how: 'replace' });
    const tab = await session.openOwn('options.html');
    await printed(tab, 'What you said of who wrote what · 10,000');
    await clickOn(tab, '.decisions summary');
    await printed(tab, '“Quiet Rivers, Part 9999” is not by Oda Quillfeather.');
    const rows = (): Promise<number> => tab.evaluate(() => document.querySelectorAll('.decisions li').length);
    expect(await rows()).toBe(50);
    await clickOn(tab, '.decisions > .plain');
    expect(await eventually(async () => ((await rows()) === 100 ? true : undefined))).toBe(true);
    const total = async (): Promise<number> => (await ask(session, 'person.decisions', { from: 0, limit: 1 })).total;
    // By key: Undo takes the button's place, and keeps the focus.
    await tab.evaluate(() => document.querySelector<HTMLElement>('.decisions li:nth-child(2) button')?.focus());
    await tab.press('Enter');
    await printed(tab, 'Taken back: “Quiet Rivers, Part 9998” is not by Oda Quillfeather.');
    await printed(tab, 'What you said of who wrote what · 9,999');
    expect(await total()).toBe(9_999);
    expect(await violations(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await tab.press('Enter');
    await printed(tab, 'Said again: “Quiet Rivers, Part 9998”');
    expect(await total()).toBe(10_000);
    await tab.size(360, 700);
    expect(await overflow(tab)).toBe(0);
    await tab.size(1200, 800);
    await ask(session, 'data.restore', { text: JSON.stringify({ ...copy, decisions: [] }), how: 'replace' });
    await tab.close();
  });

  it('shows what is stored, and rebuilds the catalog', async () => {
    await ask(byline().session, 'library.set', { id: 'arxiv:1904.00962', status: 'to-read' });
    const tab = await byline().session.openOwn('options.html');
    await printed(tab, '48 papers, 162 people');
    const text = await printed(tab, '1 paper\n');
    expect(text).toContain('came with Byline');
    await clickOn(tab, '.rebuild button');
    await printed(tab, 'Rebuilt: 48 papers.');
    expect((await ask(byline().session, 'library.recent', { limit: 3 })).total).toBe(1);
  });

  it('puts the papers of a library’s file on the reading list, and takes them off again', async () => {
    const { session } = byline();
    const tab = await session.openOwn('options.html');
    await printed(tab, 'Start from your library');
    await tab.files('#library-file', [libraryFile]);
    const found = await printed(tab, 'Add 4 papers');
    expect(found).toContain('library.bib: BibTeX');
    expect(found).toContain('1 is on your list already');
    expect(found).toContain('1 entry could not be read');
    await clickOn(tab, '.from-library-found .b-primary');
    await printed(tab, '4 papers are on your reading list.');
    const total = async (): Promise<number> => (await ask(session, 'library.recent', { limit: 3 })).total;
    expect(await total()).toBe(5);
    expect((await ask(session, 'card.paper', { id: 'arxiv:1912.10077' })).status).toBe('to-read');
    await printed(tab, 'Your fields on arXiv');
    await clickOn(tab, '.from-library-found .b-btn');
    await printed(tab, 'About ');
    expect(await tab.evaluate(() => document.querySelectorAll('.fields-groups input:checked').length)).toBe(1);
    await clickOn(tab, '.from-library-people button');
    await printed(tab, 'Following');
    expect((await ask(session, 'library.follows', {})).people.map(({ name }) => name)).toEqual(['Mona Vale']);
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, '.from-library .done button');
    await printed(tab, '4 papers were taken off again.');
    expect(await total()).toBe(1);
  });

  it('refuses a file that is none in a sentence, and takes the next one', async () => {
    const tab = await byline().session.openOwn('options.html');
    await printed(tab, 'Start from your library');
    await tab.files('#library-file', [noLibrary]);
    await printed(tab, 'Byline can’t read notes.txt.');
    await tab.files('#library-file', [libraryFile]);
    await printed(tab, 'Add 4 papers');
    expect(await tab.evaluate(() => document.querySelector('.from-library .problem'))).toBeNull();
  });

  it('leads to the licences of what is in it', async () => {
    const tab = await byline().session.openOwn('options.html');
    await printed(tab, 'Libraries in it, and their licences');
    const notices = await byline().session.inExtension(async () => {
      const answers = await Promise.all(['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt'].map((file) => fetch(`/${file}`)));
      return Promise.all(answers.map((answer) => answer.text()));
    });
    expect(notices).toEqual([expect.stringContaining('The Byline authors'), expect.stringMatching(/dexie [^]+zod /u)]);
  });

  it('has no fault that axe-core finds, and fits 320 px', async () => {
    const tab = await byline().session.openOwn('options.html');
    await printed(tab, '48 papers, 162 people');
    expect(await violations(tab)).toEqual([]);
    await tab.size(320, 600);
    expect(await overflow(tab)).toBe(0);
  });
});

describe.each(kinds.flatMap(takesPolicy))('the options in %s under an institution’s policy', (kind) => {
  const byline = useByline(kind, { policy: { hover: 'click', sitesOff: ['openreview.net'], network: false } });

  it('show what is locked as locked, and why', async () => {
    const { session } = byline();
    const tab = await session.openOwn('options.html');
    const text = await printed(tab, 'Set by your institution');
    expect(text).toMatch(/openreview\.net\s+By your institution/u);
    await printed(tab, 'Your institution does not let Byline download anything.');
    const left = await tab.evaluate(() => ({
      open: document.querySelectorAll('input[name="hover"]:enabled').length,
      set: document.querySelector<HTMLInputElement>('input[name="hover"]:checked')?.parentElement?.textContent,
      offers: document.querySelectorAll('.offer').length,
      switches: document.querySelectorAll('.lines button').length,
    }));
    expect(left).toEqual({ open: 0, set: 'Only at a click or a key', offers: 0, switches: 0 });
    expect(await violations(tab)).toEqual([]);
  });
});

describe.each(kinds)('the options in %s on a dark desktop', (kind) => {
  const byline = useByline(kind, { scheme: 'dark' });
  it('have no fault that axe-core finds', async () => {
    const tab = await byline().session.openOwn('options.html');
    await printed(tab, '48 papers, 162 people');
    expect(await violations(tab)).toEqual([]);
  });
});
