// Papers on the clipboard: in the form asked for, or in the one that was chosen last.
import { expect, it } from 'vitest';
import { citeForms } from '../../../lib/settings/cite-forms.ts';
import { testedWorker } from './worker.ts';

const worker = testedWorker();
/** "Are Transformers universal approximators of sequence-to-sequence functions?" */
const id = 'arxiv:1912.10077';
const cite = (as: (typeof citeForms)[number] | null, remembered = true, sender?: object) =>
  worker.value('papers.cite', { ids: [id], as, remembered }, sender);

it('every form is there, and names the paper', async () => {
  for (const form of citeForms) {
    const { as, text, papers } = await cite(form, false);
    expect(as).toBe(form);
    expect(papers).toBe(1);
    expect(text.toLowerCase().replace(/[{}]/g, '')).toContain('universal approximators');
  }
});

it('the form chosen last comes first from then on, but one that was copied for a list', async () => {
  expect((await cite(null)).as).toBe('bibtex');
  await cite('apa');
  expect((await cite(null)).as).toBe('apa');
  await cite('nature', false);
  expect((await cite(null)).as).toBe('apa');
});

it('links are links in rich text, and in Markdown', async () => {
  expect((await cite('link')).html).toMatch(/^<a href="https:\/\/arxiv\.org\/abs\/1912\.10077">[^<]+<\/a>$/);
  expect((await cite('markdown')).text).toMatch(/^\[.+\]\(<https:\/\/arxiv\.org\/abs\/1912\.10077>\)$/);
});

it('a private window copies, and nothing is kept of it', async () => {
  const page = { id: 'byline', url: 'https://arxiv.org/abs/1912.10077', tab: { id: 7, incognito: true }, frameId: 0 };
  expect((await cite('mla', true, page)).text).toContain('“Are Transformers');
  expect((await cite(null)).as).toBe('bibtex');
});

it('a paper that nobody knows is said to be gone', async () => {
  const reply = await worker.send('papers.cite', { ids: ['arxiv:0000.00000'], as: 'apa', remembered: false });
  expect(reply).toMatchObject({ ok: false, error: { code: 'paper-gone' } });
});
