// Citations on the clipboard, from the card over a page and for many papers of the list: by pointer and by key.
import { describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { copyWith } from '../../tools/browser/library.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { clickInCard } from './card-in-page.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, printed, violations } from './own-page.ts';
import { hoverText, visit } from './two-papers.ts';

/** What the card says of it, or shows to be copied by hand. */
const cited = (tab: Tab, words: string): Promise<string | undefined> =>
  eventually(() =>
    tab.closed((roots, wanted) => {
      const byHand = roots.map((root) => root.querySelector<HTMLTextAreaElement>('.b-by-hand textarea')?.value);
      const said = roots.flatMap((root) => [...root.querySelectorAll('[role="status"]')].map((one) => one.textContent));
      return [...byHand, ...said].find((text) => text?.includes(wanted) === true) ?? undefined;
    }, words),
  );

/** The form that the card shows as chosen. */
const pressed = (tab: Tab): Promise<string | null> =>
  tab.closed(
    (roots) =>
      roots
        .map((root) => root.querySelector('.b-cite-forms [aria-pressed="true"]')?.textContent ?? null)
        .find((words) => words !== null) ?? null,
  );

describe.each(kinds)('citations in %s', (kind) => {
  const byline = useByline(kind);

  it('one press copies in the form chosen last, and offers the others', async () => {
    const tab = await visit(byline());
    await hoverText(tab, '#one');
    await byline().card(tab);
    await clickInCard(tab, '.b-action-row [title="Copy a citation"]');
    expect(await cited(tab, 'BibTeX')).toBe('BibTeX copied');
    await clickInCard(tab, '.b-cite-forms .b-link:nth-of-type(4)');
    expect(await cited(tab, 'APA')).toBe('APA copied');
    expect(await pressed(tab)).toBe('APA');
    expect((await ask(byline().session, 'settings.get', {})).cite).toBe('apa');
    await tab.press('Escape');
    await byline().noCard(tab);
    await hoverText(tab, '#two');
    const { box } = await byline().card(tab);
    // A key is the card's while the pointer is in it.
    await tab.hover(box.x + 60, box.y + 12);
    await tab.press('y');
    expect(await cited(tab, 'APA')).toBe('APA copied');
    await tab.close();
  });

  it('the list copies those that are ticked, by key', async () => {
    const { session } = byline();
    await ask(session, 'data.restore', { text: copyWith(5), how: 'replace' });
    const tab = await session.openOwn('library.html');
    await printed(tab, 'Number 3');
    await tab.press('j');
    await tab.press('x');
    await tab.press('j');
    await tab.press('x');
    await tab.press('y');
    await clickOn(tab, '.l-cite .b-cite-forms button:nth-of-type(9)');
    await printed(tab, 'Nature copied');
    expect(await violations(tab)).toEqual([]);
    await tab.close();
  });
});
