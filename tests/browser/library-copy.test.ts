// A copy of the reading list, saved in one browser and read in by a new profile of the other through its options page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask } from '../../tools/browser/byline.ts';
import { copyWith, fillLibrary, paperId } from '../../tools/browser/library.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

interface Saved {
  works: { id: string; changedAt: number }[];
  follows: unknown[];
  settings: unknown;
}
const sorted = ({ works, follows, settings }: Saved) => ({
  works: works.toSorted((one, other) => one.id.localeCompare(other.id)),
  follows,
  settings,
});

describe.each(kinds)('a copy in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'byline-copy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const from = useByline(kinds.find((other) => other !== kind) ?? kind);
  const to = useByline(kind);

  it('gives the list that was saved in the other, after it was shown what would change', async () => {
    const other = from().session;
    await fillLibrary(other, 40);
    await ask(other, 'library.set', { id: paperId(3), status: 'read' });
    await ask(other, 'settings.set', { delay: 900 });
    const { text } = await ask(other, 'data.copy', {});
    const file = join(folder, 'copy.json');
    writeFileSync(file, text);

    const { session } = to();
    await ask(session, 'data.restore', { text: copyWith(1).replaceAll(paperId(0), 'arxiv:9902.00001'), how: 'merge' });
    const options = await session.openOwn('options.html');
    await printed(options, 'Restore a copy…');
    await options.files('#copy-file', [file]);
    await printed(options, '40 new');
    expect(await printed(options, '1 removed')).toContain('40 papers');
    expect(await violations(options)).toEqual([]);
    expect(await overflow(options)).toBe(0);
    await clickOn(options, '.copy p:nth-of-type(3) button');
    await printed(options, 'What was here before is in byline-');
    const after = JSON.parse((await ask(session, 'data.copy', {})).text) as Saved;
    expect(sorted(after)).toEqual(sorted(JSON.parse(text) as Saved));
    await options.close();
  });

  it('that is none is refused in one sentence', async () => {
    const file = join(folder, 'none.json');
    writeFileSync(file, '{"title": "x"}');
    const options = await to().session.openOwn('options.html');
    await printed(options, 'Restore a copy…');
    await options.files('#copy-file', [file]);
    await printed(options, 'This file is no copy that Byline saved');
    await options.close();
  });
});
