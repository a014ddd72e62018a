// Two machines of one reader that share a folder: each writes its own file and merges the other's.
import { afterEach, describe, expect, it } from 'vitest';
import { exchange, type Exchanged, type List } from '../../../lib/folder/exchange.ts';
import { writeFile, type Folder } from '../../../lib/folder/folder-files.ts';
import { mergeView } from '../../../lib/background/on-demand/merge-view.ts';
import { readCopy, writeCopy } from '../../../lib/library/backup.ts';
import { mergeInto, undoMerge } from '../../../lib/library/merge/merge-into.ts';
import { removeEntries } from '../../../lib/library/bin.ts';
import { MemoryFolder } from '../../fixtures/memory-folder.ts';
import { place, save, type Place } from '../library/libraries.ts';

let machines: Place[] = [];
afterEach(async () => {
  for (const machine of machines) await machine.end();
  machines = [];
});

/** What the worker answers, over the library alone. */
function machine() {
  const at = place();
  machines.push(at);
  const { library } = at;
  let shared = -1;
  let marks: Readonly<Record<string, string>> = {};
  const list: List = {
    merge: async (text) => {
      const copy = readCopy(text);
      if ('refused' in copy) throw new Error(copy.refused);
      const { undo, tally } = await mergeInto(library, copy, { now: Date.now(), removals: 'ask' });
      return { undo, view: mergeView(copy, tally) };
    },
    files: async () => ({
      machine: await library.machine(),
      isShareDue: shared !== (await library.position()),
    }),
    copy: async () => ({
      text: writeCopy(await library.rows(), null, '2026-11-29T10:00:00Z', await library.machine()),
      seq: await library.position(),
    }),
    written: (seq) => {
      shared = seq;
      return Promise.resolve();
    },
  };
  return {
    library,
    meet: async (folder: Folder, most = 1e8): Promise<Exchanged> => {
      const done = await exchange(folder, list, { marks, most });
      ({ marks } = done);
      return done;
    },
    own: async () => `byline-list-${await library.machine()}.json`,
    papers: async () => [...(await library.rows()).works.keys()].toSorted(),
    remove: (ids: readonly string[]) => removeEntries(library, ids, Date.now()),
  };
}

it('two machines end alike, each writes its own file alone, and at rest neither writes or merges', async () => {
  const [folder, desk, lap] = [new MemoryFolder(), machine(), machine()];
  await save(desk.library, 'arxiv:1');
  await desk.meet(folder);
  await save(lap.library, 'arxiv:2');
  await lap.meet(folder);
  await desk.meet(folder);
  await lap.meet(folder);
  expect(await desk.papers()).toEqual(['arxiv:1', 'arxiv:2']);
  expect(await lap.papers()).toEqual(['arxiv:1', 'arxiv:2']);
  const before = folder.written.length;
  for (const one of [desk, lap, desk]) expect(await one.meet(folder)).toMatchObject({ views: [], undos: [] });
  expect(folder.written.length).toBe(before);
  expect(new Set(folder.written)).toEqual(new Set([await desk.own(), await lap.own()]));
});

describe('a file of another machine takes nothing off the list where it', () => {
  const whole = async (folder: MemoryFolder, lap: ReturnType<typeof machine>): Promise<string> =>
    (await folder.files.get(await lap.own())?.text()) ?? '';
  it.each<[string, (text: string) => string | null, number]>([
    ['is empty', () => '', 1],
    ['is cut off', (text) => text.slice(0, text.length / 2), 1],
    ['is missing', () => null, 0],
    ['is something else', () => '{"works": []}', 1],
    ['is larger than what is read', (text) => text.padEnd(1e6), 1],
  ])('%s', async (_, damaged, unread) => {
    const [folder, desk, lap] = [new MemoryFolder(), machine(), machine()];
    await save(lap.library, 'arxiv:2');
    await lap.meet(folder);
    await save(desk.library, 'arxiv:1');
    await desk.meet(folder);
    const text = damaged(await whole(folder, lap));
    if (text === null) folder.files.delete(await lap.own());
    else folder.put(await lap.own(), text);
    const { unread: found } = await desk.meet(folder, 5e5);
    expect(found).toHaveLength(unread);
    expect(await desk.papers()).toEqual(['arxiv:1', 'arxiv:2']);
    // The other machine writes it again, and it is read then.
    await save(lap.library, 'arxiv:3');
    await lap.meet(folder);
    expect(await desk.meet(folder)).toMatchObject({ unread: [] });
    expect(await desk.papers()).toEqual(['arxiv:1', 'arxiv:2', 'arxiv:3']);
  });
});

it('one that takes off many papers is asked about, and asked about again until the reader answers', async () => {
  const [folder, desk, lap] = [new MemoryFolder(), machine(), machine()];
  const ids = Array.from({ length: 30 }, (_, at) => `arxiv:${at}`);
  for (const id of ids) await save(desk.library, id);
  await desk.meet(folder);
  await lap.meet(folder);
  await lap.remove(ids.slice(0, 25));
  await lap.meet(folder);
  for (let turn = 0; turn < 2; turn += 1) {
    const { questions } = await desk.meet(folder);
    expect(questions.map(({ view }) => view.works.removed)).toEqual([25]);
    expect(await desk.papers()).toHaveLength(30);
  }
});

it('what was merged is undone, file by file', async () => {
  const [folder, desk, lap, tab] = [new MemoryFolder(), machine(), machine(), machine()];
  await save(lap.library, 'arxiv:2');
  await save(tab.library, 'arxiv:3');
  await lap.meet(folder);
  await tab.meet(folder);
  const { undos } = await desk.meet(folder);
  for (const undo of undos) await undoMerge(desk.library, undo);
  expect(await desk.papers()).toEqual([]);
});

it('a profile that was copied to another machine overwrites nothing unread', async () => {
  const [folder, desk, twin] = [new MemoryFolder(), machine(), machine()];
  await save(desk.library, 'arxiv:1');
  await desk.meet(folder);
  await save(twin.library, 'arxiv:2');
  const text = writeCopy(await twin.library.rows(), null, '2026-11-29T10:00:00Z', await desk.library.machine());
  folder.put(await desk.own(), text);
  await desk.meet(folder);
  expect(await desk.papers()).toEqual(['arxiv:1', 'arxiv:2']);
  expect(await folder.files.get(await desk.own())?.text()).toContain('arxiv:1');
});

it('leaves files of other names alone, and leaves what was there where it can’t write', async () => {
  const [folder, desk] = [new MemoryFolder(), machine()];
  await save(desk.library, 'arxiv:1');
  await desk.meet(folder);
  const before = await folder.files.get(await desk.own())?.text();
  for (const name of ['notes.txt', `${await desk.own()} (conflicted copy)`, 'byline-backup-x-1.json'])
    folder.put(name, 'mine');
  expect(await desk.meet(folder)).toMatchObject({ unread: [], views: [] });
  folder.fault = new DOMException('no room', 'QuotaExceededError');
  await save(desk.library, 'arxiv:2');
  await expect(desk.meet(folder)).rejects.toThrow('no room');
  await expect(writeFile(folder, 'other.json', '{}')).rejects.toThrow('no room');
  expect(await folder.files.get(await desk.own())?.text()).toBe(before);
});
