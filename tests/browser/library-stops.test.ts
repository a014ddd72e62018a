// The worker is stopped between saves, and the browser killed right after a save was confirmed: nothing that was
// confirmed is lost. `npm run soak -- saves` does so 200 and 20 times.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { needBuild } from '../../tools/build.ts';
import { savesThroughKills, savesThroughStops } from '../../tools/browser/library.ts';
import { kinds, onlyChromium, useByline } from './harness.ts';

describe.each(kinds)('a confirmed save in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'byline-stops-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('is there after the browser was killed right after it', async () => {
    const extension = await needBuild(kind, 'test');
    const { confirmed, wrong } = await savesThroughKills(kind, {
      extension,
      profile: join(folder, 'profile'),
      kills: 2,
    });
    expect(confirmed).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

describe.each(kinds.flatMap(onlyChromium))('a confirmed save in %s', (kind) => {
  const byline = useByline(kind);

  it('is there after the worker was stopped again and again', async () => {
    const { confirmed, wrong } = await savesThroughStops(byline().session, 12);
    expect(confirmed).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
