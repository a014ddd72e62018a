// RIS: two letters, two spaces, a hyphen and the value; `TY` begins an entry, `ER` ends it.
import { filePlace } from '../unreadable-file.ts';
import type { PaperType } from '../../paper/schema.ts';
import type { z } from 'zod/mini';
import { nameOfOne, namesOfLine } from '../../paper/names/author-list.ts';
import type { CleanName } from '../../paper/names/clean-name.ts';
import { cleanArxivId, cleanDoi } from '../../paper/identifiers.ts';
import type { Draft } from '../../paper/clean.ts';
import { pagesOf } from '../../paper/publication.ts';
import { fromHtml, plainText } from '../../paper/plain-text.ts';
import { factsOfFile } from './csl.ts';
import type { Cut, Cutter, RawRow } from './cut.ts';
import { decodeText, openRawRows } from './raw-row-format.ts';
import type { Format } from './reader.ts';
import { ownValue } from '../../text/own-value.ts';

const NEWLINE = 10;
const RETURN = 13;

/** The tag that a line begins with; '' where it has none. */
const tagAt = (buffer: Uint8Array, at: number): string => {
  let i = at;
  while (buffer[i] === 13 || buffer[i] === 32) i += 1;
  const two = String.fromCharCode(buffer[i] ?? 0, buffer[i + 1] ?? 0);
  let next = i + 2;
  while (buffer[next] === 32) next += 1;
  return buffer[next] === 45 && next > i + 2 && /^[A-Z][A-Z\d]$/.test(two) ? two : '';
};

/** Where the line at `at` ends, its end included; -1 where that is not read yet. Old Macintosh files end lines with CR. */
function lineEnd(buffer: Uint8Array, at: number, ended: boolean): number {
  for (let i = at; i < buffer.length; i += 1) {
    if (buffer[i] === NEWLINE) return i + 1;
    if (buffer[i] !== RETURN) continue;
    if (i + 1 < buffer.length) return buffer[i + 1] === NEWLINE ? i + 2 : i + 1;
  }
  return ended ? buffer.length : -1;
}

function entryCutter(): Cutter {
  return {
    next(buffer, from, ended): Cut {
      let start = -1;
      // Some write the database, title or authors before the type.
      let typed = false;
      for (let at = from; at < buffer.length;) {
        const end = lineEnd(buffer, at, ended);
        if (end < 0) return { more: start < 0 ? at : start };
        const tag = tagAt(buffer.subarray(0, end), at);
        // An entry without ER is complete when the next TY begins.
        if (tag === 'TY' && typed) return { start, end: at };
        if (tag === 'ER' && start >= 0) return { start, end };
        if (tag === 'TY') typed = true;
        if (tag !== '' && tag !== 'ER' && start < 0) start = at;
        at = end;
      }
      if (start < 0) return { more: buffer.length };
      if (!ended) return { more: start };
      return typed ? { cut: start } : { more: buffer.length };
    },
  };
}

function fieldsOf(text: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let last: string[] = [];
  for (const line of text.split(/\r?\n|\r/)) {
    const found = /^\s{0,3}([A-Z][A-Z0-9])\s{1,3}-(.*)$/.exec(line);
    if (found === null) {
      // A long value continues on the next line.
      const before = last.pop();
      if (before !== undefined) last.push(`${before} ${line}`);
      continue;
    }
    const [, tag = '', value = ''] = found;
    last = fields.get(tag) ?? [];
    last.push(value);
    fields.set(tag, last);
  }
  return fields;
}

const types: Readonly<Record<string, z.infer<typeof PaperType>>> = {
  JOUR: 'journal',
  JFULL: 'journal',
  EJOUR: 'journal',
  CONF: 'conference',
  CPAPER: 'conference',
  UNPB: 'preprint',
};

/** A line is one author, "Family, Given, Jr"; some exports write all of them into one. */
const authorsOf = (lines: readonly string[]): CleanName[] =>
  lines.flatMap((line) => {
    const text = plainText(line);
    const commas = text.split(',').length - 1;
    return commas < 2 && !/;|\s(?:and|&)\s/i.test(text) ? nameOfOne(text) : namesOfLine(text);
  });

function paper({ bytes }: RawRow): Draft {
  const fields = fieldsOf(decodeText(bytes));
  const all = (...tags: readonly string[]): string[] =>
    tags.flatMap((tag) => fields.get(tag) ?? []).filter((value) => value.trim() !== '');
  const kind = all('TY')[0]?.trim().toUpperCase() ?? '';
  const type = ownValue(types, kind) ?? null;
  const titles = all('TI', 'T1', 'CT');
  const isPart = /^(?:CHAP|CHAPTER|ENCYC|DICT|ECHAP|CONF|CPAPER)$/.test(kind);
  const journals = isPart ? all('T2', 'BT', 'C3', 'JO', 'JF', 'J2', 'JA') : all('JO', 'JF', 'T2', 'BT', 'JA', 'J2');
  const addresses = all('UR', 'L1', 'L2').map((address) => address.trim());
  const arxivId = [...addresses, ...all('AN', 'M1', 'N1', 'JO', 'T2').filter((value) => /arxiv/i.test(value))]
    .map(cleanArxivId)
    .find((id) => id !== null);
  return {
    title: fromHtml(titles[0]),
    authors: authorsOf(all('AU', 'A1')),
    year: all('PY', 'Y1', 'DA', 'YR')[0],
    // The second title of a thesis is its subtitle.
    venue: fromHtml(type === null && !isPart && !fields.has('JO') && !fields.has('JF') ? all('BT')[0] : journals[0]),
    volume: all('VL')[0],
    // Of a report it is the report's own number.
    issue: kind === 'RPRT' ? null : all('IS')[0],
    pages: pagesOf(all('SP')[0], all('EP')[0]),
    publisher: fromHtml(all('PB')[0]),
    type,
    arxivId,
    doi: [...all('DO', 'DI', 'M3', 'N1'), ...addresses].map(cleanDoi).find((doi) => doi !== null),
    links: addresses.filter((address) => !/doi\.org\//.test(address)),
  };
}

export const risFormat: Format = {
  kind: 'ris',
  fits: (head) => {
    const text = decodeText(head.slice(0, 20_000));
    // Providers write lines before the first entry, others tags before its type.
    return /(?:^|[\r\n])\s{0,20}TY\s{1,3}-\s{0,3}[A-Z]{3,8}\s{0,20}[\r\n]/.test(text) && !/^\s{0,20}[@<[{]/.test(text);
  },
  open: (source) =>
    openRawRows(source, () => ({
      what: 'RIS',
      facts: factsOfFile(source.name, 'RIS'),
      cutter: entryCutter,
      paper,
      at: ({ number }) => filePlace.entry(number),
    })),
};
