// The research graph in the real browser: a picture, and by keys from an author to a collaborator and a paper of theirs.
import { describe, expect, it } from 'vitest';
import { eventually } from '../../tools/browser/byline.ts';
import { headed, openPage } from './explore-page.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, printed, violations } from './own-page.ts';

describe.each(kinds)('the research graph in %s', (kind) => {
  const byline = useByline(kind);

  it('is inside the profile, and leads by keys to a collaborator, to their page and to a paper of theirs', async () => {
    const { session } = byline();
    const tab = await openPage(session, { kind: 'person', id: 'srinadh-bhojanapalli' });
    await headed(tab, 'Srinadh Bhojanapalli');
    await clickOn(tab, '.x-graph-head button');
    await printed(tab, 'wrote 13 works together, last 2024');
    const inked = await eventually(() =>
      tab.evaluate(() => {
        const canvas = document.querySelector('.graph canvas');
        if (!(canvas instanceof HTMLCanvasElement)) return undefined;
        const { data = new Uint8ClampedArray() } =
          canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
        const colours = new Set<string>();
        for (let at = 0; at < data.length; at += 400) colours.add(data.slice(at, at + 3).join());
        return colours.size > 3 ? true : undefined;
      }),
    );
    expect(inked).toBe(true);
    expect(await violations(tab)).toEqual([]);
    await tab.evaluate(() => document.querySelector<HTMLElement>('[role="treeitem"][aria-selected="true"]')?.focus());
    const inFocus = (): Promise<string> =>
      tab.evaluate(() => document.querySelector('.graph-focus h3')?.textContent ?? '');
    const reached = await eventually(async () => {
      if ((await inFocus()) === 'Sanjiv Kumar') return true;
      await tab.press('ArrowDown');
      return undefined;
    });
    expect(reached).toBe(true);
    await clickOn(tab, '.graph-acts button:nth-of-type(2)');
    await headed(tab, 'Sanjiv Kumar');
    await clickOn(tab, '.x-row .b-work');
    const card = await eventually(() =>
      tab.evaluate(() => {
        const pane = document.querySelector('.x-pane')?.textContent ?? '';
        return pane.includes('Sanjiv Kumar') ? true : undefined;
      }),
    );
    expect(card).toBe(true);
    await clickOn(tab, '.x-graph-head button:last-of-type');
    await headed(tab, 'Research graph');
    await printed(tab, 'Save as PNG');
    expect(await violations(tab)).toEqual([]);
    expect(await session.errors()).toEqual([]);
    await tab.close();
  });
});
