// Runs in a page: what a catalog in IndexedDB is usually made of. The same rows as objects, with the indexes that
// look-up by id, by author and by word need; Dexie's own way to put many rows.
import Dexie, { type Table } from 'dexie';

interface Row {
  id: string;
  title: string;
  authors: string[];
  words: string[];
  year?: number;
  arxivId?: string;
  doi?: string;
  venue?: string;
}

const chunk = 2000;

/** Milliseconds to read JSON lines and to put every row, into a store that is empty. */
async function importRows(address: string): Promise<{ milliseconds: number; rows: number }> {
  const name = `rows-${Math.random()}`;
  const database = new Dexie(name);
  database.version(1).stores({ papers: 'id, arxivId, doi, *authors, *words' });
  const papers: Table<Row, string> = database.table('papers');
  await database.open();
  const text = await (await fetch(address)).text();
  const began = performance.now();
  let rows: Row[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    // Rows of our own making, sent by our own server.
    const row = JSON.parse(line) as Omit<Row, 'words'>;
    rows.push({ ...row, words: [...new Set(row.title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])] });
    if (rows.length < chunk) continue;
    await papers.bulkPut(rows);
    rows = [];
  }
  await papers.bulkPut(rows);
  const milliseconds = performance.now() - began;
  const count = await papers.count();
  database.close();
  await Dexie.delete(name);
  return { milliseconds, rows: count };
}

Object.assign(globalThis, { importRows });
