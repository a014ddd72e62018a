// A page that knows titles and wants to know what its reader knows: which are in a pack, saved, read, whose author is
// followed. Whatever the reader's data are, all that its scripts can see and hear must be the same. The long form, with
// timing, is `npm run soak -- observations`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Status } from '../../lib/library/schema.ts';
import { ask, commandPage, eventually } from '../../tools/browser/byline.ts';
import { baitPage, disarm, learnt, pressesSeen, type Learnt } from '../../tools/browser/observe.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, useByline, type Byline } from './harness.ts';
import { boxOfText, pill, underlinedNow } from './marks.ts';

const looped = 'Looped Transformers as Programmable Computers';
const lamb = 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes';
const unknown = 'Watchful Gradients: A Survey of Imaginary Optimizers for Fictional Networks';
const loopedId = 'arxiv:2301.13196';
const lambId = 'arxiv:1904.00962';
/** In no pack; the reader may save them from their own pages. */
const secret = 'Patient Lanterns: On the Slow Convergence of Imaginary Lighthouses';
const packed = 'Borrowed Harbours: A Fictional Account of Distributed Mooring';

const folder = mkdtempSync(join(tmpdir(), 'byline-bait-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function packOf(title: string): string {
  const path = join(folder, `${title.slice(0, 7)}.bib`);
  writeFileSync(path, `@article{one, title = {${title}}, author = {Quillfeather, Oda}, year = {2021}}\n`);
  return path;
}

async function visit(byline: Byline, titles: readonly string[]): Promise<Tab> {
  const tab = await byline.visit('https://openreview.net/bait', baitPage(titles));
  await tab.front();
  await byline.report(tab);
  return tab;
}

/** Content moves, so that marks have to; then what the page has learnt. */
async function learn(byline: Byline, titles: readonly string[]): Promise<Learnt> {
  const tab = await visit(byline, titles);
  await disarm(tab);
  await tab.evaluate(() => {
    document.querySelector('main')?.prepend(Object.assign(document.createElement('div'), { style: 'height: 120px' }));
  });
  if (titles.includes(looped))
    await eventually(async () => {
      const [title, mark] = [await boxOfText(tab, looped), await pill(tab, looped)];
      return Math.abs(title.y + title.height / 2 - mark.box.y - mark.box.height / 2) < 3 ? true : undefined;
    });
  await byline.report(tab);
  const all = await learnt(tab);
  await tab.close();
  return all;
}

/** What the page has learnt but for calls, among which are the test's own looks. An armed page would note what the driver
 *  calls to answer, which the answer holds, without end. */
async function looksAside(tab: Tab): Promise<Learnt> {
  await disarm(tab);
  const all = await learnt(tab);
  return { ...all, seen: { ...all.seen, calls: [] } };
}

const setStatus = (byline: Byline, id: string, status: Status | null): Promise<unknown> =>
  ask(byline.session, 'library.set', { id, status });

/** The points of a grid at which the page finds our host: how far an open card reaches. */
const hostPoints = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() => {
    const points: string[] = [];
    for (let x = 0; x < innerWidth; x += 8)
      for (let y = 0; y < innerHeight; y += 8)
        if (document.elementFromPoint(x, y)?.parentElement === document.documentElement) points.push(`${x},${y}`);
    return points;
  });

describe.each(kinds)('a page that baits, in %s', (kind) => {
  const byline = useByline(kind);

  it('sees the same whatever is found, saved, read or followed', async () => {
    const titles = [secret, looped, lamb];
    // The paper's own page tells of it, so that it can be saved.
    const own = await byline().visit(
      'https://arxiv.org/abs/2999.00001',
      `<!doctype html><title>${secret}</title><meta name="citation_title" content="${secret}">
      <meta name="citation_author" content="Example, Ada"><meta name="citation_arxiv_id" content="2999.00001"><h1 class="title">${secret}</h1>`,
    );
    const [found] = (await byline().report(own)).papers;
    const secretId = found?.id ?? '';
    await own.close();
    // In no pack and in no list: nothing is found at all.
    const before = await learn(byline(), [unknown]);
    const none = await learn(byline(), titles);
    await setStatus(byline(), secretId, 'to-read');
    await setStatus(byline(), lambId, 'read');
    const saved = await learn(byline(), titles);
    const savedAlone = await learn(byline(), [secret]);
    await setStatus(byline(), secretId, null);
    await setStatus(byline(), lambId, null);
    const notAlone = await learn(byline(), [secret]);
    expect(saved).toEqual(none);
    expect(savedAlone).toEqual(notAlone);
    expect(savedAlone.seen.mutations).toEqual(before.seen.mutations);
    expect(savedAlone.hosts).toEqual(before.hosts);

    await ask(byline().session, 'library.follow', { id: 'yang-you', follow: true });
    const followed = await learn(byline(), titles);
    await ask(byline().session, 'library.follow', { id: 'yang-you', follow: false });
    expect(followed).toEqual(none);

    // All there is to learn: Byline is there.
    const { seen, hosts, ...rest } = none;
    expect(seen.mutations).toEqual(['childList HTML  DIV', 'childList MAIN  DIV']);
    expect(seen).toMatchObject({ events: [], errors: [], calls: [] });
    expect(seen.entries.filter((entry) => entry.includes('foreign') || !entry.startsWith('shift'))).toEqual([]);
    expect(hosts).toHaveLength(1);
    expect(hosts[0]).toMatchObject({ box: [0, 0, 0, 0, 0, 0], rects: 0, inside: [0, '', '', null], kept: [] });
    expect(rest).toMatchObject({
      active: 'BODY',
      takesFocus: [false],
      layers: 0,
      animations: 0,
      found: [],
      globals: 0,
    });
    expect(rest['points']).toEqual(expect.not.arrayContaining(['caret in host']));
  });

  it('sees nothing of what happens to its papers while it is open', async () => {
    const titles = [packed, looped, lamb];
    const byline_ = byline();
    const { session } = byline_;
    /** What the page learns while something happens elsewhere, and while it is undone. */
    const during = async (happens: (tab: Tab) => Promise<unknown>): Promise<Learnt> => {
      const tab = await visit(byline_, titles);
      await pill(tab, looped);
      await happens(tab);
      await tab.front();
      await byline_.report(tab);
      const all = await looksAside(tab);
      await tab.close();
      return all;
    };
    const nothing = await during(async () => undefined);
    const happenings: Record<string, (tab: Tab) => Promise<unknown>> = {
      'a status changes in another tab': async (tab) => {
        await setStatus(byline_, loopedId, 'to-read');
        await pill(tab, looped, 'on your list');
      },
      'the status goes': async (tab) => {
        await pill(tab, looped, 'on your list');
        await setStatus(byline_, loopedId, null);
      },
      'an author is followed': async (tab) => {
        await ask(session, 'library.follow', { id: 'yang-you', follow: true });
        await pill(tab, lamb, 'follow');
      },
      'an author is no longer followed': async (tab) => {
        await pill(tab, lamb, 'follow');
        await ask(session, 'library.follow', { id: 'yang-you', follow: false });
      },
      'a filter is switched on': async (tab) => {
        await commandPage(session, tab, 'page.filter', { code: true, followed: false, unread: false });
        await eventually(async () => ((await chips(tab)) > 0 ? true : undefined));
      },
    };
    for (const [name, happens] of Object.entries(happenings))
      expect([name, await during(happens)]).toEqual([name, nothing]);
  });

  it('can not tell an import that has its title from one that has not', async () => {
    const during = async (title: string): Promise<{ imported: Learnt; opened: Learnt }> => {
      const tab = await visit(byline(), [packed, looped]);
      const { id } = await byline().importPack(packOf(title));
      await tab.front();
      await byline().report(tab);
      const imported = await looksAside(tab);
      await tab.close();
      // Opened again, the title is found or it is not.
      const opened = await learn(byline(), [packed, looped]);
      await ask(byline().session, 'packs.remove', { id });
      return { imported, opened };
    };
    const other = await during(unknown);
    expect(await during(packed)).toEqual(other);
  });

  it('can not tell whether the people of its rows have other works', async () => {
    const row = (title: string, names: string): string =>
      `<dt>2999</dt><dd><div class="list-title">${title}</div><div class="list-authors">${names}</div></dd>`;
    const rows = row(unknown, '<a href="#1">Oda Quillfeather</a>, <a href="#2">Nobody Known</a>');
    const page = baitPage([]).replace('<p>Fin</p>', `<dl id="articles">${rows}</dl><p>Fin</p>`);
    const during = async (): Promise<{ people: number; all: Learnt }> => {
      const tab = await byline().visit('https://arxiv.org/list/cs.LG/bait', page);
      await tab.front();
      const { people } = await byline().report(tab);
      const known = people.length > 0;
      await eventually(async () =>
        (await underlinedNow(tab, ['Oda Quillfeather'])).length === Number(known) ? true : undefined,
      );
      const all = await looksAside(tab);
      await tab.close();
      return { people: people.length, all };
    };
    const none = await during();
    const { id } = await byline().importPack(packOf(packed));
    const known = await during();
    await ask(byline().session, 'packs.remove', { id });
    expect([none.people, known.people]).toEqual([0, 1]);
    expect(known.all).toEqual(none.all);
  });

  it('can not tell by an open card whether its paper is saved', async () => {
    const reach: string[][] = [];
    const seen: Learnt[] = [];
    for (const status of [null, 'to-read'] as const) {
      await setStatus(byline(), loopedId, status);
      const tab = await visit(byline(), [looped]);
      await disarm(tab);
      const { x, y } = await boxOfText(tab, looped);
      await tab.hover(x + 200, y + 300);
      await tab.hover(x + 20, y + 8);
      await byline().card(tab);
      // Its sections come one after the other.
      let points: string[] = [];
      await eventually(
        async () => {
          const before = points.length;
          points = await hostPoints(tab);
          return points.length === before ? true : undefined;
        },
        10_000,
        700,
      );
      reach.push(points);
      const leaks = await tab.evaluate(() => ({
        found: ['Save', 'To read', 'Abstract'].filter((words) =>
          (window as unknown as { find: (words: string) => boolean }).find(words),
        ),
        active: document.activeElement?.nodeName,
        animations: document.getAnimations().length,
        seen: (window as unknown as { seen: { events: string[]; entries: string[]; errors: string[] } }).seen,
      }));
      expect(leaks).toMatchObject({ found: [], active: 'BODY', animations: 0, seen: { errors: [] } });
      seen.push(await learnt(tab));
      await tab.close();
    }
    await setStatus(byline(), loopedId, null);
    expect(reach[0]?.length).toBeGreaterThan(100);
    expect(reach[1]).toEqual(reach[0]);
    expect(seen[1]).toEqual(seen[0]);
  });

  it('hears the same of a click after a title, whatever is drawn there', async () => {
    const block = (title: string): string => `<a href="#own" style="display:block;color:inherit">${title}</a>`;
    const heard: Record<string, string[]>[] = [];
    for (const status of [null, 'to-read', 'reading', 'read'] as const) {
      await setStatus(byline(), loopedId, status);
      await setStatus(byline(), lambId, status);
      const at: Record<string, string[]> = {};
      for (const [title, markup] of [
        [looped, looped],
        [lamb, block(lamb)],
      ] as const) {
        const tab = await byline().visit(
          'https://openreview.net/clicks',
          baitPage([]).replace('<p>Fin</p>', `<h3>${markup}</h3><p>Fin</p>`),
        );
        await tab.front();
        await byline().report(tab);
        await pill(tab, title);
        const { x, y, width, height } = await boxOfText(tab, title);
        // The slot ends 55 pixels after the text; an open card leaves it free.
        for (let by = 1; by <= 66; by += 5) {
          await tab.click(x + width + by, y + height / 2);
          at[`${title.slice(0, 6)} ${by}`] = await pressesSeen(tab);
        }
        await tab.close();
      }
      heard.push(at);
    }
    for (const id of [loopedId, lambId]) await setStatus(byline(), id, null);
    const [first, ...others] = heard;
    for (const other of others) expect(other).toEqual(first);
    // Beside plain text the page hears each click as it is; a click that its own link would follow does nothing.
    const words = (title: string): string[] =>
      Object.entries(first ?? {}).flatMap(([at, presses]) => (at.startsWith(title.slice(0, 6)) ? presses : []));
    expect(words(looped).filter((press) => press.includes('prevented'))).toEqual([]);
    expect(words(lamb).filter((press) => press === 'click A prevented').length).toBeGreaterThan(7);
  });

  it('sees the host come in a tab that was loaded out of sight once that is shown', async () => {
    const list = 'https://arxiv.org/list/cs.LG/recent';
    const tab = await byline().visit(list, `<!doctype html><title>List</title><h1>${unknown}</h1>`);
    const seen = (): Promise<[hidden: boolean, hosts: number]> =>
      tab.evaluate(() => [document.hidden, document.querySelectorAll('html > div').length]);
    const becomes = (hidden: boolean, hosts: number): Promise<true | undefined> =>
      eventually(async () => ((await seen()).join() === `${hidden},${hosts}` ? true : undefined));
    expect(await becomes(false, 1)).toBe(true);
    const other = await byline().session.open(list);
    await other.front();
    // A driver of Chromium keeps all tabs in sight.
    const isHidden = kind === 'firefox';
    await tab.goto(list);
    await byline().report(tab);
    expect(await becomes(isHidden, isHidden ? 0 : 1)).toBe(true);
    await tab.front();
    expect(await becomes(false, 1)).toBe(true);
    await other.close();
    await tab.close();
  });
});

/** Chips of a filter that is on. */
const chips = (tab: Tab): Promise<number> =>
  tab.closed(
    (roots) =>
      roots
        .flatMap((root) => [...root.querySelectorAll('button')])
        .filter(({ ariaLabel }) => ariaLabel?.startsWith('Byline shows') === true).length,
  );
