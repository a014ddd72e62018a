// A reading list in a browser, for tests that damage, stop and kill: filled by a copy that is read in, told apart by ids.
import { ask, catalogReady, wait } from './byline.ts';
import { openBrowser } from './open.ts';
import type { Kind, Session } from './session.ts';

export const paperId = (at: number): string => `arxiv:9901.${10_000 + at}`;
export const titleOf = (at: number): string => `On the Quiet Rivers of Number ${at}`;

export function copyWith(papers: number): string {
  const works = Array.from({ length: papers }, (_, at) => ({
    id: paperId(at),
    aliases: [],
    record: { id: paperId(at), title: titleOf(at), authors: ['Ada Example'], year: 2020 },
    from: { title: ['arXiv'] },
    abstract: { text: `Rivers are measured, and number ${at} is found to be quiet.`, site: 'arXiv' },
    pdf: null,
    site: 'arXiv',
    status: 'to-read',
    addedAt: at,
    changedAt: at,
    readAt: null,
  }));
  return JSON.stringify({ byline: 'copy', format: 1, made: '2026-11-29T00:00:00Z', works, follows: [], settings: {} });
}

export async function fillLibrary(session: Session, papers: number): Promise<void> {
  await ask(session, 'data.restore', { text: copyWith(papers), how: 'merge' });
}

/** The list as the reader's copy of it has it: statuses by id. */
export async function statusesIn(session: Session): Promise<Map<string, string>> {
  const { text } = await ask(session, 'data.copy', {});
  const { works } = JSON.parse(text) as { works: { id: string; status: string }[] };
  return new Map(works.map(({ id, status }) => [id, status]));
}

/** Saves that were confirmed, and what the list says otherwise. */
export interface Outlived {
  confirmed: number;
  wrong: string[];
}

const statuses = ['to-read', 'reading', 'read'] as const;

/** One status after the other for the papers of the list; answers what is confirmed, null where nobody answered. */
async function saveNext(session: Session, at: number, known: Map<string, string>): Promise<boolean> {
  const id = paperId(at % 20);
  const status = statuses[Math.floor(at / 20 + at) % 3] ?? 'read';
  const answer = await Promise.race([
    ask(session, 'library.set', { id, status }).catch(() => null),
    // A worker that is stopped may never answer.
    wait(5_000).then(() => null),
  ]);
  if (answer === null) known.delete(id);
  else known.set(id, answer.status ?? '');
  return answer !== null;
}

async function compare(session: Session, known: ReadonlyMap<string, string>): Promise<string[]> {
  const found = await statusesIn(session);
  const { notice } = await ask(session, 'library.notice', {});
  return [
    ...[...known].flatMap(([id, status]) =>
      found.get(id) === status ? [] : [`${id} was confirmed as ${status} and is ${found.get(id) ?? 'gone'}`],
    ),
    ...(found.size === 20 ? [] : [`${found.size} papers are on the list`]),
    ...(notice === null ? [] : [`the reader is told of a damage: ${JSON.stringify(notice)}`]),
  ];
}

/** Saves while the worker is stopped so often, in the midst of them too (Chromium). */
export async function savesThroughStops(session: Session, stops: number): Promise<Outlived> {
  await fillLibrary(session, 20);
  const known = new Map<string, string>();
  let confirmed = 0;
  for (let at = 0; at < stops; at += 1) {
    if (await saveNext(session, at, known)) confirmed += 1;
    const under = saveNext(session, at + 7, known);
    await wait((at * 7) % 40);
    await session.stopWorker?.();
    if (await under) confirmed += 1;
  }
  return { confirmed, wrong: await compare(session, known) };
}

/** Saves, and kills the browser as soon as a save is confirmed, so often; every start looks at what is there. */
export async function savesThroughKills(
  kind: Kind,
  { extension, profile, kills }: { extension: string; profile: string; kills: number },
): Promise<Outlived> {
  const known = new Map<string, string>();
  const wrong: string[] = [];
  let confirmed = 0;
  for (let round = 0; round <= kills; round += 1) {
    const session = await openBrowser(kind, { extension, site: () => null, profile, welcome: round > 0 });
    await catalogReady(session);
    if (round === 0) await fillLibrary(session, 20);
    else wrong.push(...(await compare(session, known)));
    if (round === kills) {
      await session.close();
      break;
    }
    for (let at = 0; at < 3; at += 1) if (await saveNext(session, round * 3 + at, known)) confirmed += 1;
    await session.kill();
  }
  return { confirmed, wrong };
}

/** A fault at each save from now on, made behind our code's back: the store says that a later version wrote it. */
export async function refuseSaves(session: Session): Promise<{ sentence: string; end: () => Promise<void> }> {
  const stampedLater = (by: number): Promise<void> =>
    session.inExtension(
      (_, more) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('byline-library');
          opening.onerror = () => reject(opening.error ?? new Error('The store can not be opened.'));
          opening.onsuccess = () => {
            const stamp = opening.result.transaction('stamp', 'readwrite').objectStore('stamp');
            const reading = stamp.get('schema') as IDBRequest<{ key: string; version: number }>;
            reading.onsuccess = () => stamp.put({ ...reading.result, version: reading.result.version + more });
            stamp.transaction.onabort = () =>
              reject(stamp.transaction.error ?? new Error('The stamp was not written.'));
            stamp.transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      by,
    );
  await stampedLater(90);
  return { sentence: 'Your reading list was written by a newer Byline', end: () => stampedLater(-90) };
}

/** Rows as versions 1 and 2 had them. */
export interface OldLibrary {
  entries: readonly object[];
  removed: readonly object[];
  /** Version 2 alone. */
  follows: readonly object[];
}

/** Leaves the browser's store as that version of Byline did, and no mirror. */
export async function leaveOldLibrary(session: Session, version: 1 | 2, rows: OldLibrary): Promise<void> {
  await ask(session, 'data.erase', { confirmed: true });
  await session.inExtension(
    (_, given) =>
      new Promise<void>((resolve, reject) => {
        // The worker may have made an empty one meanwhile.
        indexedDB.deleteDatabase('byline-library');
        // As Dexie numbers its versions.
        const opening = indexedDB.open('byline-library', 10 * given.version);
        opening.onerror = () => reject(opening.error ?? new Error('The store can not be opened.'));
        opening.onupgradeneeded = () => {
          const { result } = opening;
          const entries = result.createObjectStore('entries', { keyPath: 'id' });
          entries.createIndex('changedAt', 'changedAt');
          result.createObjectStore('removed', { keyPath: 'id' }).createIndex('removedAt', 'removedAt');
          const stamp = result.createObjectStore('stamp', { keyPath: 'key' });
          if (given.version === 2) result.createObjectStore('follows', { keyPath: 'id' }).createIndex('since', 'since');
          const { transaction } = opening;
          for (const [name, list] of Object.entries(given.rows))
            if (result.objectStoreNames.contains(name)) for (const row of list) transaction?.objectStore(name).put(row);
          stamp.put({ key: 'schema', version: given.version });
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    { version, rows },
  );
}
