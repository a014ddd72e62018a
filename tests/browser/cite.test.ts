// Citations on the clipboard, for many papers of the list, by key and by pointer.
import { describe, expect, it } from 'vitest';
import { ask } from '../../tools/browser/byline.ts';
import { copyWith } from '../../tools/browser/library.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, printed, violations } from './own-page.ts';

describe.each(kinds)('citations in %s', (kind) => {
  const byline = useByline(kind);

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
