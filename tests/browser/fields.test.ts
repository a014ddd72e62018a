// The reader's fields, from the choice to marks on a page, with a server on this machine that plays arXiv.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAND_IN_PORTS } from '../../lib/harvest/address.ts';
import { ask, eventually } from '../../tools/browser/byline.ts';
import type { Session } from '../../tools/browser/session.ts';
import { standInForArxiv, type StandIn } from '../../tools/stand-in/arxiv.ts';
import { makePapers } from '../../tools/stand-in/papers.ts';
import { kinds, useByline } from './harness.ts';
import { boxOfText, pill } from './marks.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const today = new Date().toISOString().slice(0, 10);
const papers = makePapers({
  today,
  // A week has working days, whatever today is.
  days: 8,
  aDay: 30,
  categories: (number) => (number % 2 === 0 ? ['cs.LG', 'cs.CL'] : ['cs.CL']),
});
const sets = ['cs:cs:LG', 'cs:cs:CL'];
const newest = papers.filter(({ created, datestamp }) => created === datestamp).slice(-3);
const listing = `<!doctype html><title>Reading</title><main><ul>${newest.map(({ title }) => `<li><p>${title}</p></li>`).join('')}</ul></main>`;

/** All that was asked, the first first. */
const log = async (session: Session) => (await ask(session, 'sent.log', { limit: 500 })).rows.toReversed();

/** What the reader sees of it: how far the fields are, and what was asked. */
async function seenOnPages(session: Session): Promise<void> {
  const { today: asked } = await ask(session, 'sent.log', { limit: 1 });
  const popup = await session.openOwn('popup.html');
  await printed(popup, `${asked} requests today`);
  await popup.close();
  const sent = await session.openOwn('sent.html');
  const text = await printed(sent, `${asked} requests today`);
  expect(text).toMatch(/cs\.LG, [A-Z][a-z]+ \d+, \d{4} to [^]+ kB\t200/u);
  expect(await sent.evaluate(() => document.querySelectorAll('tbody tr').length)).toBe(asked);
  expect(await violations(sent)).toEqual([]);
  await sent.close();
  const options = await session.openOwn('options.html#fields');
  await printed(options, 'Paused.');
  expect(await violations(options)).toEqual([]);
  await clickOn(options, '.fields-acts button');
  await printed(options, 'Removed Machine Learning.');
  await clickOn(options, '.fields-chosen .done button');
  expect((await ask(session, 'fields.status', {})).fields).toHaveLength(2);
  await clickOn(options, '.fields-acts input');
  const isCurrent = await eventually(async () => {
    const { fields } = await ask(session, 'fields.status', {});
    return fields.some(({ current }) => current) ? true : undefined;
  });
  expect(isCurrent).toBe(true);
  await printed(options, 'Continue');
  await options.close();
}

/** As if all days of the fields were there, and a day passed since: a clock in the importer can't be moved. */
const aDayLater = (session: Session): Promise<void> =>
  session.inExtension(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const before = (text: string): string => new Date(Date.parse(text) - 86_400_000).toISOString().slice(0, 10);
    const database = await done(indexedDB.open('byline-catalog'));
    const store = database.transaction(['harvest', 'harvested'], 'readwrite').objectStore('harvest');
    store.transaction.objectStore('harvested').clear();
    // The request before was a day ago, too.
    store.delete('pace');
    const row = (await done(store.get('arxiv'))) as {
      value: { fields: { wanted: { from: string; until: string } }[] };
    };
    const fields = row.value.fields.map((field) => {
      const wanted = { from: field.wanted.from, until: before(field.wanted.until) };
      return { ...field, wanted, covered: [wanted] };
    });
    const value = { ...row.value, fields, window: null, paused: false, problem: null, feedAt: Date.now() - 1 };
    await done(store.put({ ...row, value }));
    database.close();
  });

describe.each(kinds)('fields of arXiv in %s', (kind) => {
  let arxiv: StandIn;
  beforeAll(async () => {
    arxiv = await standInForArxiv({ papers, port: STAND_IN_PORTS[kind], pageSize: 100 });
  });
  afterAll(() => arxiv.close());
  const standIn = `127.0.0.1:${STAND_IN_PORTS[kind]}`;
  const byline = useByline(kind, { grant: [`http://${standIn}/`], standIn });

  it('the options offer arXiv’s fields by name, and say what a choice brings', async () => {
    const { session } = byline();
    const tab = await session.openOwn('options.html');
    await printed(tab, 'Choose your fields');
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, '.fields-find');
    await tab.type('hep-th');
    await printed(tab, 'Theory');
    await clickOn(tab, '.fields-categories input');
    const said = await printed(tab, 'About ');
    expect(said).toMatch(/About [\d,]+ papers, \d+ MB, \d+ minutes?/u);
    await tab.size(320, 600);
    expect(await overflow(tab)).toBe(0);
    await tab.close();
  });

  it('nothing is asked before a field is chosen; then its papers are marked, and each request is in the log', async () => {
    const { session, visit, report } = byline();
    expect(await ask(session, 'fields.status', {})).toMatchObject({ state: 'none', papers: 0 });
    expect(arxiv.asked()).toEqual([]);

    await ask(session, 'fields.choose', { sets, span: '12-months' });
    const first = await eventually(async () => {
      const status = await ask(session, 'fields.status', {});
      return status.fields.every(({ done }) => done > 0) ? status : undefined;
    }, 30_000);
    expect(first).toMatchObject({ problem: null });
    const tab = await visit('https://openreview.net/group?id=fields', listing);
    expect((await report(tab)).papers.map(({ id }) => id)).toEqual(newest.map(({ id }) => `arxiv:${id}`));
    // What no page says, the card has from arXiv.
    const title = newest[0]?.title ?? '';
    await pill(tab, title);
    const line = await boxOfText(tab, title.slice(0, 24));
    await tab.hover(line.x + 60, line.y + line.height / 2);
    expect((await byline().card(tab)).text).toMatch(/We look at case \d+ & ask what [^]+Abstract · arXiv/u);
    await tab.close();

    const paused = await ask(session, 'fields.pause', {});
    expect(paused.state).toBe('paused');
    const whole = await eventually(async () => {
      const rows = await log(session);
      return rows.every(({ answer }) => answer !== null) ? rows : undefined;
    });
    expect(whole?.map(({ what }) => what.kind === 'field' && sets.includes(what.name))).not.toContain(false);
    expect(whole).toHaveLength(arxiv.asked().length);
    expect((await ask(session, 'sent.log', { limit: 1 })).today).toBe(arxiv.asked().length);
    await seenOnPages(session);
    expect(await session.errors()).toEqual([]);
  });

  it('kept current, the new papers of two days later are there, by one feed a day that is in the log', async () => {
    const { session, visit, report } = byline();
    await ask(session, 'fields.current', { sets, on: true });
    const asked = arxiv.asked().length;
    const fresh = makePapers({ today, days: 8, aDay: 34, categories: () => ['cs.LG', 'cs.CL'] })
      .filter(({ title }) => !papers.some((paper) => paper.title === title))
      .slice(-2);
    expect(fresh).toHaveLength(2);
    let known = papers;
    for (const [day, paper] of fresh.entries()) {
      known = [...known, { ...paper, datestamp: papers.at(-1)?.datestamp ?? today }];
      arxiv.serve(known);
      await aDayLater(session);
      // What the alarm does at that minute.
      await ask(session, 'fields.current', { sets, on: true });
      const rows = await eventually(async () => {
        const now = await log(session);
        return now.length === asked + day + 1 && now.at(-1)?.answer !== null ? now : undefined;
      }, 20_000);
      expect(rows?.at(-1)).toMatchObject({ host: standIn, answer: 200, what: { kind: 'feed', name: 'cs.LG+cs.CL' } });
      const listed = `<!doctype html><title>Reading</title><main><ul><li><p>${paper.title}</p></li></ul></main>`;
      const marked = await eventually(async () => {
        const tab = await visit(`https://openreview.net/group?id=day-${day}`, listed);
        const { papers: found } = await report(tab);
        await tab.close();
        return found.length > 0 ? found : undefined;
      });
      expect(marked?.map(({ id }) => id)).toEqual([`arxiv:${paper.id}`]);
    }
    expect(arxiv.asked().slice(asked)).toEqual(['/atom/cs.LG+cs.CL', '/atom/cs.LG+cs.CL']);
    arxiv.serve(papers);
  });

  it('removed field by field, their papers go, and nothing is asked', async () => {
    const { session, visit, report } = byline();
    const asked = arxiv.asked().length;
    await ask(session, 'fields.remove', { sets: ['cs:cs:LG'] });
    expect(await ask(session, 'fields.status', {})).toMatchObject({ fields: [{ set: 'cs:cs:CL' }] });
    // All papers here are of the other field, too.
    const tab = await visit('https://openreview.net/group?id=fields-kept', listing);
    expect((await report(tab)).papers).toHaveLength(newest.length);
    expect(await ask(session, 'fields.remove', { sets: ['cs:cs:CL'] })).toMatchObject({ state: 'none', papers: 0 });
    const empty = await visit('https://openreview.net/group?id=fields-gone', listing);
    expect((await report(empty)).papers).toEqual([]);
    expect(arxiv.asked()).toHaveLength(asked);
  });

  it('a redirect is not followed, and said in a sentence', async () => {
    const { session } = byline();
    arxiv.next({ kind: 'redirect', to: `${arxiv.origin}/elsewhere` });
    await ask(session, 'fields.choose', { sets: ['cs:cs:LG'], span: '12-months' });
    const status = await eventually(async () => {
      const now = await ask(session, 'fields.status', {});
      return now.problem === null ? undefined : now;
    });
    expect(status).toMatchObject({ state: 'waiting', problem: { code: 'harvest-redirect', args: [standIn] } });
    expect(arxiv.asked().join(' ')).not.toContain('elsewhere');
    await ask(session, 'fields.remove', { sets: ['cs:cs:LG'] });
  });
});
