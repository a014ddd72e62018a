// The reader puts people together by hand on an author's page: works are another person's, another person is the same; each
// is undone in place.
import { describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import type { Session, Tab } from '../../tools/browser/session.ts';
import type { ExploreSubject } from '../../lib/views/explore/schema.ts';
import { kinds, useByline } from './harness.ts';
import { headed, openPage } from './explore-page.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const name = 'Srinadh Bhojanapalli';
const author: ExploreSubject = { kind: 'person', id: 'srinadh-bhojanapalli' };

/** The reader has said nothing of anybody, whatever a test before has left. */
async function nothingSaid(session: Session): Promise<void> {
  const empty = { byline: 'copy', format: 1, made: '', works: [], follows: [], decisions: [], settings: {} };
  await ask(session, 'data.restore', { text: JSON.stringify(empty), how: 'replace' });
}

async function lists(tab: Tab, words: string): Promise<void> {
  const status = (): Promise<string> =>
    tab.evaluate(() => document.querySelector('.x-line > [role=status]')?.textContent ?? '');
  const said = await eventually(async () => ((await status()) === words ? true : undefined));
  if (said === undefined) throw new Error(`The list says “${await status()}”, not “${words}”.`);
}

/** Undo has the focus once what was said is kept. */
async function undo(tab: Tab): Promise<void> {
  const kept = await eventually(() =>
    tab.evaluate(() =>
      document.activeElement?.closest('.b-decided') !== null &&
      document.activeElement?.getAttribute('aria-disabled') === 'false'
        ? true
        : undefined,
    ),
  );
  if (kept === undefined) throw new Error('There is no Undo that has the focus.');
  await tab.press('Enter');
  await printed(tab, 'Undone');
}

async function splitOffTwo(tab: Tab): Promise<void> {
  await clickOn(tab, '.x-line > .b-link');
  for (const row of [1, 2]) await clickOn(tab, `.x-row:nth-child(${row}) .x-pick`);
  await printed(tab, '2 works picked');
}

describe.each(kinds)('an author’s page in %s', (kind) => {
  const byline = useByline(kind);

  it('gives works to another person of the name, and makes both one again, each undone in place', async () => {
    const { session } = byline();
    await nothingSaid(session);
    const tab = await openPage(session, author);
    await headed(tab, name);
    await lists(tab, '15 works');
    await splitOffTwo(tab);
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, '[data-say=split]');
    await lists(tab, '13 works');
    await printed(tab, '2 works are another person’s.');
    await undo(tab);
    await lists(tab, '15 works');

    await splitOffTwo(tab);
    await clickOn(tab, '[data-say=split]');
    await lists(tab, '13 works');
    await clickOn(tab, '.x-acts > [aria-expanded]');
    await printed(tab, '2 works, ');
    expect(await violations(tab)).toEqual([]);
    await tab.size(360, 700);
    expect(await overflow(tab)).toBe(0);
    await tab.size(1200, 800);
    await clickOn(tab, '.x-namesakes li:has([aria-label*="2 works"]) [data-say=same]');
    await lists(tab, '15 works');
    await printed(tab, 'is the same person');
    await undo(tab);
    await lists(tab, '13 works');
    expect(await session.errors()).toEqual([]);
    expect((await session.requests()).filter(({ by }) => by === 'extension')).toEqual([]);
    await tab.close();
  });

  it('marks the reader’s own works, keeps their links, and copies all as BibTeX in one place', async () => {
    const { session } = byline();
    await nothingSaid(session);
    const tab = await openPage(session, author);
    await headed(tab, name);
    await clickOn(tab, '[data-say=me]');
    await printed(tab, 'these works are yours');
    const marked = await eventually(() =>
      tab.evaluate(() => {
        const all = [...document.querySelectorAll('.x-row')];
        return all.length > 0 && all.every((row) => row.querySelector('.b-yours') !== null) ? all.length : undefined;
      }),
    );
    expect(marked).toBe(15);
    await clickOn(tab, '.x-own-links summary');
    await clickOn(tab, '[name=github]');
    await tab.type('http://github.com/me');
    await clickOn(tab, '.x-own-links [type=submit]');
    await printed(tab, 'begins with https://');
    expect(await violations(tab)).toEqual([]);
    await tab.evaluate(() => document.querySelector<HTMLInputElement>('[name=github]')?.select());
    await tab.type('https://github.com/me');
    await clickOn(tab, '.x-own-links [type=submit]');
    const kept = await eventually(() =>
      tab.evaluate(() => document.querySelector('.x-side a[href="https://github.com/me"]') !== null || undefined),
    );
    expect(kept).toBe(true);
    await clickOn(tab, '.x-copy button:first-of-type');
    const given = await eventually(() =>
      tab.evaluate(() => {
        const byHand = document.querySelector<HTMLTextAreaElement>('.x-line .x-by-hand textarea')?.value;
        return byHand ?? document.querySelector('.x-line .x-copied')?.textContent ?? undefined;
      }),
    );
    expect(given).toMatch(/@\w+\{|15 works/u);
    const copies = await tab.evaluate(
      () => [...document.querySelectorAll('button')].filter((one) => one.textContent.includes('BibTeX')).length,
    );
    expect(copies).toBe(1);
    await tab.size(360, 700);
    expect(await overflow(tab)).toBe(0);
    await tab.size(1200, 800);
    // The switch takes it back.
    await clickOn(tab, '[data-say=me]');
    await printed(tab, 'Undone');
    const gone = await eventually(() =>
      tab.evaluate(() => document.querySelector('.b-yours, .x-own-links') === null || undefined),
    );
    expect(gone).toBe(true);
    expect(await session.errors()).toEqual([]);
    expect((await session.requests()).filter(({ by }) => by === 'extension')).toEqual([]);
    await tab.close();
  });
});
