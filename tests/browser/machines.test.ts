// The list on several machines, and its backups, through the list's page: a copy is looked at, merged and undone; one that
// takes off many papers asks; a backup is written by a press.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { copyWith, paperId, statusesIn, titleOf } from '../../tools/browser/library.ts';
import type { Session, Tab } from '../../tools/browser/session.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

/** The button with those words. */
async function press(tab: Tab, words: string): Promise<void> {
  await printed(tab, words);
  await tab.evaluate((wanted) => {
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent.trim() === wanted) button.dataset['pressed'] = 'next';
      else delete button.dataset['pressed'];
    }
  }, words);
  await clickOn(tab, '[data-pressed="next"]');
}

/** Until so many papers are on the list. */
const untilHas = async (session: Session, papers: number): Promise<void> => {
  await eventually(async () => ((await statusesIn(session)).size === papers ? true : undefined));
  expect((await statusesIn(session)).size).toBe(papers);
};

describe.each(kinds)('several machines in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'byline-machines-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const byline = useByline(kind, { permissions: ['downloads'] });
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('a copy from another machine is shown, merged and undone', async () => {
    const { session } = byline();
    await ask(session, 'data.restore', { text: copyWith(40), how: 'replace' });
    // As another machine would have it: one paper more, one read.
    await ask(session, 'library.set', { id: paperId(3), status: 'read' });
    const { text } = await ask(session, 'data.copy', {});
    await ask(session, 'library.set', { id: paperId(3), status: 'reading' });
    const other = text
      .replaceAll(paperId(7), 'arxiv:9902.00001')
      .replaceAll(/"changedAt":\s*(?<time>\d{12,})/gu, '"changedAt": 9$<time>');
    const tab = await session.openOwn('library.html');
    await press(tab, 'Machines and backups');
    await tab.files('#merge-file', [file('other.json', other)]);
    expect(await printed(tab, '1 new')).toContain('1 changed');
    expect(await violations(tab)).toEqual([]);
    expect(await overflow(tab)).toBe(0);
    await press(tab, 'Merge');
    await printed(tab, 'Merged: 1 new');
    expect((await statusesIn(session)).get(paperId(3))).toBe('read');
    await untilHas(session, 41);
    await press(tab, 'Undo');
    await printed(tab, 'Undone.');
    expect((await statusesIn(session)).get(paperId(3))).toBe('reading');
    await untilHas(session, 40);
    await tab.close();
  });

  it('one that takes off many papers asks first, and what it takes lies in the bin', async () => {
    const { session } = byline();
    await ask(session, 'data.restore', { text: copyWith(60), how: 'replace' });
    const ids = Array.from({ length: 25 }, (_, at) => paperId(at));
    await ask(session, 'list.remove', { ids });
    const { text } = await ask(session, 'data.copy', {});
    await ask(session, 'data.erase', { confirmed: true });
    await ask(session, 'data.restore', { text: copyWith(60), how: 'replace' });
    const tab = await session.openOwn('library.html');
    await press(tab, 'Machines and backups');
    await tab.files('#merge-file', [file('less.json', text)]);
    expect(await printed(tab, '25 papers were taken off the list on the other machine')).toContain(titleOf(0));
    expect(await violations(tab)).toEqual([]);
    expect((await statusesIn(session)).size).toBe(60);
    await press(tab, 'Merge, and take them off');
    await printed(tab, 'Merged: 25 removed');
    await untilHas(session, 35);
    expect((await ask(session, 'list.bin', {})).rows).toHaveLength(25);
    await tab.close();
  });

  it('backups are off at first, and one is written when they are switched on', async () => {
    const { session } = byline();
    expect(await ask(session, 'backup.state', {})).toMatchObject({ on: false, savedAt: null });
    const tab = await session.openOwn('options.html');
    await printed(tab, 'Back up the list by itself');
    await clickOn(tab, '[role="switch"][aria-label="Back up the list by itself"]');
    await printed(tab, 'Last backup:');
    expect(await ask(session, 'backup.state', {})).toMatchObject({ on: true, isLate: false });
    await tab.close();
  });
});
