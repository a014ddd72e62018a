// A fault at every kind of write: nothing is changed, the reader can be told which it was, and the next try works.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entriesOf, removeEntry } from '../../../lib/library/entries.ts';
import { StorageFault } from '../../../lib/library/faults.ts';
import type { Files } from '../../../lib/browser/private-files.ts';
import { Library } from '../../../lib/library/library.ts';
import { Mirror } from '../../../lib/library/mirror.ts';
import { memoryFiles, queue } from '../../fixtures/memory-files.ts';
import { behind, betweenPuts, place, save, stored, type Place } from './libraries.ts';

let here: Place;
beforeEach(async () => {
  here = place();
  await save(here.library, 'a1');
});
afterEach(async () => {
  await here.end();
});

const status = async (library: Library, id: string) => (await entriesOf(library, [id])).get(id)?.status ?? null;
const reasonOf = (error: unknown): string => (error instanceof StorageFault ? error.reason : String(error));

/** Each orders a fault that stays, and answers how it is ended. */
const faults: Readonly<Record<string, { reason: string; order: (here: Place) => () => void }>> = {
  'no room for the mirror': {
    reason: 'full',
    order: ({ files }) => {
      files.refuse('write', new DOMException('full', 'QuotaExceededError'));
      return () => files.allow();
    },
  },
  'the mirror refuses to be written': {
    reason: 'mirror',
    order: ({ files }) => {
      files.refuse('write', new DOMException('no', 'InvalidStateError'));
      return () => files.allow();
    },
  },
  'the mirror refuses to be written and to take back': {
    reason: 'mirror',
    order: ({ files }) => {
      files.refuse('write', new DOMException('no', 'InvalidStateError'));
      files.refuse('remove', new DOMException('no', 'InvalidStateError'));
      return () => files.allow();
    },
  },
  'no room for the store': {
    reason: 'full',
    order: () =>
      betweenPuts(() => {
        throw new DOMException('full', 'QuotaExceededError');
      }),
  },
  'the store’s transaction is aborted': {
    reason: 'store',
    order: () =>
      betweenPuts((store, put) => {
        const asked = put();
        store.transaction.abort();
        return asked;
      }),
  },
  'the store gives no transaction': {
    reason: 'store',
    order: (at) => {
      // Dexie takes the method when it opens the store.
      let refusing = true;
      at.restart();
      // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function refuse(...given) {
        if (refusing && given[1] === 'readwrite') throw new DOMException('Internal error.', 'UnknownError');
        return transaction.apply(this, given);
      };
      return () => {
        refusing = false;
        IDBDatabase.prototype.transaction = transaction;
      };
    },
  },
};

describe('a write that fails', () => {
  it.each(Object.entries(faults))('%s', async (_, { reason, order }) => {
    const end = order(here);
    const refused = await save(here.library, 'a1', 'read', 2).catch(reasonOf);
    expect(refused).toBe(reason);
    expect(await removeEntry(here.library, ['a1'], 3).catch(reasonOf)).toBe(reason);
    end();
    expect(await status(here.library, 'a1')).toBe('to-read');
    expect(await save(here.library, 'a1', 'read', 4)).toMatchObject({ before: 'to-read', status: 'read' });
    const again = here.restart();
    await again.checked();
    expect(await status(again, 'a1')).toBe('read');
    expect(await again.notice()).toBeNull();
  });

  it('a fault that is over at once is not even seen', async () => {
    here.files.refuse('write', new DOMException('busy', 'NoModificationAllowedError'), 1);
    expect(await save(here.library, 'b2')).toMatchObject({ status: 'to-read' });
    expect((await stored(here.library.name))['works']).toHaveLength(2);
  });

  it('a mirror that can’t be read keeps the list from being written, not from being read', async () => {
    for (const call of ['names', 'write', 'clear'] as const)
      here.files.refuse(call, new DOMException('no', 'UnknownError'));
    const library = here.restart();
    expect(await status(library, 'a1')).toBe('to-read');
    expect(await save(library, 'b2').catch(reasonOf)).toBe('mirror');
    here.files.allow();
    expect(await save(library, 'b2')).toMatchObject({ status: 'to-read' });
  });

  it('a mirror that can’t be read is rebuilt from a whole store', async () => {
    here.files.refuse('names', new DOMException('no', 'UnknownError'), 1);
    const library = here.restart();
    expect(await save(library, 'b2')).toMatchObject({ status: 'to-read' });
    expect((await new Mirror(here.files).read()).rows.works.size).toBe(2);
  });

  it('an upgrade that an older page of ours blocks says so, and goes on when that page is gone', async () => {
    const name = 'blocked';
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 20);
      request.onupgradeneeded = () => {
        for (const store of ['entries', 'removed', 'follows'])
          request.result.createObjectStore(store, { keyPath: 'id' });
        request.result.createObjectStore('stamp', { keyPath: 'key' });
      };
      request.onsuccess = () => resolve(request.result);
    });
    const library = new Library({ name, files: memoryFiles(), lock: queue(), blockedMs: 20 });
    expect(await save(library, 'b2').catch(reasonOf)).toBe('blocked');
    expect(await entriesOf(library, ['b2']).catch(reasonOf)).toBe('blocked');
    old.close();
    await vi.waitFor(() => save(library, 'b2'), 2000);
    expect(await status(library, 'b2')).toBe('to-read');
    library.close();
    await Dexie.delete(name);
  });
});

it('stopped at any call, a worker leaves what was confirmed, whatever came before', { timeout: 120_000 }, async () => {
  const change = fc.record({
    id: fc.constantFrom('p1', 'p2', 'p3'),
    status: fc.constantFrom('to-read', 'reading', 'read', null),
    /** The worker is stopped at this call of the private file system; null: it is not. */
    stop: fc.option(fc.record({ call: fc.constantFrom('write', 'remove', 'names'), before: fc.boolean() })),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 3 }),
      async (changes, lose) => {
        const name = 'stopped';
        const { held } = memoryFiles();
        let library = new Library({ name, files: memoryFiles(held), lock: queue() });
        const confirmed = new Map<string, string>();
        /** What was asked for and not confirmed: it may have come in or not. */
        const asked = new Map<string, Set<string | null>>();
        for (const [at, { id, status: next, stop }] of changes.entries()) {
          const { files, stopped } = stopping(memoryFiles(held), stop);
          library.close();
          library = new Library({ name, files, lock: queue(), snapshotAfter: 3 });
          const done = await Promise.race([
            next === null ? removeEntry(library, [id], at) : save(library, id, next, at),
            stopped,
          ]);
          if (done === null) asked.set(id, (asked.get(id) ?? new Set([confirmed.get(id) ?? null])).add(next));
          else {
            asked.delete(id);
            if (next === null) confirmed.delete(id);
            else confirmed.set(id, next);
          }
        }
        library.close();
        if (lose === 1) await Dexie.delete(name);
        if (lose === 2) await behind(name, (raw) => raw.table('works').clear()).catch(() => undefined);
        if (lose === 3) held.clear();
        library = new Library({ name, files: memoryFiles(held), lock: queue() });
        await library.checked();
        for (const id of ['p1', 'p2', 'p3']) {
          const found = await status(library, id);
          const may = asked.get(id) ?? new Set([confirmed.get(id) ?? null]);
          expect([...may]).toContain(found);
        }
        expect((await new Mirror(memoryFiles(held)).read()).whole).toBe(true);
        await library.erase();
        library.close();
      },
    ),
    { numRuns: 60 },
  );
});

/** Files of a worker that is stopped at a call: that call and all later ones never come back. */
function stopping(
  files: Files,
  stop: { call: string; before: boolean } | null,
): { files: Files; stopped: Promise<null> } {
  let end: (stopped: null) => void = () => undefined;
  const stopped = new Promise<null>((resolve) => {
    end = resolve;
  });
  let dead = false;
  const wrap =
    <A extends unknown[], R>(name: string, ask: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (!dead && name !== stop?.call) return ask(...given);
      if (!dead && stop?.before === false) await ask(...given);
      dead = true;
      end(null);
      return new Promise<never>(() => undefined);
    };
  return {
    stopped,
    files: {
      names: wrap('names', files.names),
      read: wrap('read', files.read),
      write: wrap('write', files.write),
      remove: wrap('remove', files.remove),
      clear: wrap('clear', files.clear),
    },
  };
}
