// Where Byline may run: by the install, by one button for all paper sites, and no more once that is taken back.
import { describe, expect, it } from 'vitest';
import { ask, eventually, settledReport } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, onlyChromium, onlyFirefox, useByline, type Byline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const title = 'Generalized Neural Collapse for a Large Number of Classes';
const page = `<!doctype html><html lang="en"><title>Reading</title><h1>To read</h1><ul><li>${title}</li></ul>`;
const offered = 'https://www.nature.com/to-read';
const installed = 'https://openreview.net/to-read';

const titlesOn = async (byline: Byline, tab: Tab): Promise<string[] | null> =>
  (await settledReport(byline.session, tab, 20_000))?.papers.map((paper) => paper.title) ?? null;

/** Until the page script runs there, or no more. */
const untilRuns = (byline: Byline, tab: Tab, runs: boolean): Promise<true | undefined> =>
  eventually(async () => (((await settledReport(byline.session, tab, 300)) !== null) === runs ? true : undefined));

/** The switch of a site on the options page, found by its name. */
async function pressSwitch(tab: Tab, name: string): Promise<void> {
  await tab.evaluate(() => {
    for (const list of document.querySelectorAll('details')) list.open = true;
  });
  await clickOn(tab, `[role="switch"][aria-label="${name}"]`);
}

describe.each(kinds)('the sites of an install in %s', (kind) => {
  const byline = useByline(kind, { asInstalled: true, allowSites: true });

  it('has no http pattern, and two dozen in all', async () => {
    const { host_permissions: hosts = [] } = await byline().session.inExtension((api) => api.runtime.getManifest());
    expect(hosts.filter((pattern) => !pattern.startsWith('https://'))).toEqual([]);
    expect(hosts.length).toBe(24);
  });

  it('are marked at once; an offered site is left alone', async () => {
    expect(await titlesOn(byline(), await byline().visit(installed, page))).toEqual([title]);
    const tab = await byline().visit(offered, page);
    expect(await settledReport(byline().session, tab, 300)).toBeNull();
    await tab.close();
  });

  it('all other paper sites come with one click on the welcome page, open tabs without a reload', async () => {
    const { session } = byline();
    const tab = await byline().visit(offered, page);
    const welcome = await session.openOwn('welcome.html');
    await printed(welcome, 'Also on publishers’ and all other paper sites: 161 sites');
    await clickOn(welcome, '.all-sites button');
    await printed(welcome, 'Byline runs on all 161 publishers’ and other paper sites too.');
    expect(await untilRuns(byline(), tab, true)).toBe(true);
    expect(await titlesOn(byline(), tab)).toEqual([title]);
    // And by itself from then on.
    await tab.goto(offered);
    expect(await titlesOn(byline(), tab)).toEqual([title]);
    const { sites } = await ask(session, 'sites.list', {});
    expect(sites.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  it.each(onlyChromium(kind))('what was allowed holds after an update, in %s', async () => {
    await byline().session.reload?.();
    const tab = await byline().visit(offered, page);
    expect(await untilRuns(byline(), tab, true)).toBe(true);
    await tab.close();
  });

  it('the options give one back and take it again, in open tabs too', async () => {
    const { session } = byline();
    const tab = await byline().visit(offered, page);
    const options = await session.openOwn('options.html#sites');
    await printed(options, 'Byline runs on all 161');
    await pressSwitch(options, 'nature.com');
    await printed(options, 'Allowed on 160 of them so far.');
    expect(await untilRuns(byline(), tab, false)).toBe(true);
    await clickOn(options, '.all-sites button');
    await printed(options, 'Byline runs on all 161');
    expect(await untilRuns(byline(), tab, true)).toBe(true);
    // All of them at once, and again.
    await clickOn(options, '.all-sites button');
    await printed(options, 'Also on publishers’ and all other paper sites: 161 sites');
    expect(await untilRuns(byline(), tab, false)).toBe(true);
    await clickOn(options, '.all-sites button');
    await printed(options, 'Byline runs on all 161');
    await options.close();
  });

  it('a site of the install is switched off and on there, with its subdomains', async () => {
    const { session } = byline();
    const tab = await byline().visit('https://www.semanticscholar.org/to-read', page);
    const options = await session.openOwn('options.html#sites');
    await printed(options, 'Byline runs on all 161');
    await pressSwitch(options, 'semanticscholar.org');
    await printed(options, 'Switch on');
    const off = await eventually(async () => {
      const { sitesOff } = await ask(session, 'settings.get', {});
      return sitesOff.length > 0 ? sitesOff : undefined;
    });
    expect(off).toEqual(['*.semanticscholar.org']);
    expect(await untilRuns(byline(), tab, false)).toBe(true);
    await pressSwitch(options, 'semanticscholar.org');
    await printed(options, 'No sites switched off.');
    expect(await untilRuns(byline(), tab, true)).toBe(true);
    await options.close();
  });

  it('what the browser’s own settings take back is said, and open tabs lose their marks', async () => {
    const { session } = byline();
    const tab = await byline().visit(installed, page);
    await session.takeBack('https://openreview.net/*');
    await session.takeBack('https://*.nature.com/*');
    expect(await untilRuns(byline(), tab, false)).toBe(true);
    const options = await session.openOwn('options.html#sites');
    await printed(options, 'Allowed on 160 of them so far.');
    await options.evaluate(() => {
      for (const list of document.querySelectorAll('details')) list.open = true;
    });
    await printed(options, 'not allowed in the browser’s settings');
    expect(await violations(options)).toEqual([]);
    await options.size(320, 600);
    expect(await overflow(options)).toBe(0);
    await options.close();
  });

  // Chromium's question can't be answered by a driver, and forgets its answers with what was taken back.
  it.each(onlyFirefox(kind))('can be allowed again, in %s', async () => {
    const { session } = byline();
    const tab = await byline().visit(installed, page);
    expect(await untilRuns(byline(), tab, false)).toBe(true);
    const options = await session.openOwn('options.html#sites');
    await printed(options, 'Allowed on 160 of them so far.');
    await pressSwitch(options, 'openreview.net');
    expect(await untilRuns(byline(), tab, true)).toBe(true);
    await options.close();
  });

  it('asked nothing of the network and wrote no error', async () => {
    expect(await byline().session.ownRequests()).toEqual([]);
    expect(await byline().session.errors()).toEqual([]);
  });
});
