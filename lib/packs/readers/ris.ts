// RIS: two letters, two spaces, a hyphen and the value; `TY` begins an entry, `ER` ends it.
import { filePlace } from '../unreadable-file.ts';
import type { PaperType } from '../../paper/schema.ts';
import type { z } from 'zod/mini';
import { nameOfOne, namesOfLine } from '../../paper/names/author-list.ts';
import type { CleanName } from '../../paper/names/clean-name.ts';
import { cleanArxivId } from '../../paper/identifiers.ts';
import type { Draft } from '../../paper/clean.ts';
import { fromHtml, plainText } from '../../paper/plain-text.ts';
import { factsOfFile } from './csl.ts';
import type { Cut, Cutter, RawRow } from './cut.ts';
import { decodeText, openRawRows } from './raw-row-format.ts';
import type { Format } from './reader.ts';

const NEWLINE = 10;
const tagAt = (buffer: Uint8Array, at: number): string => {
  let i = at;
  while (buffer[i] === 13 || buffer[i] === 32) i += 1;
  const two = String.fromCharCode(buffer[i] ?? 0, buffer[i + 1] ?? 0);
  let next = i + 2;
  while (buffer[next] === 32) next += 1;
  return buffer[next] === 45 && next > i + 2 ? two : '';
};

function entryCutter(): Cutter {
  return {
    next(buffer, from, ended): Cut {
      let start = -1;
      for (let at = from; at < buffer.length;) {
        const newline = buffer.indexOf(NEWLINE, at);
        if (newline < 0 && !ended) return { more: start < 0 ? at : start };
        const end = newline < 0 ? buffer.length : newline + 1;
        const tag = tagAt(buffer.subarray(0, end), at);
        // An entry without ER is complete when the next TY begins.
        if (tag === 'TY' && start >= 0) return { start, end: at };
        if (tag === 'TY') start = at;
        else if (tag === 'ER' && start >= 0) return { start, end };
        at = end;
      }
      if (start < 0) return { more: buffer.length };
      return ended ? { cut: start } : { more: start };
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
  const type = types[all('TY')[0]?.trim() ?? ''] ?? null;
  const titles = all('TI', 'T1', 'CT');
  const journals = all('JO', 'JF', 'T2', 'BT', 'JA');
  const addresses = all('UR', 'L1', 'L2').map((address) => address.trim());
  const arxivId = addresses.map(cleanArxivId).find((id) => id !== null);
  return {
    title: fromHtml(titles[0]),
    authors: authorsOf(all('AU', 'A1')),
    year: all('PY', 'Y1', 'DA', 'YR')[0],
    // The second title of a thesis is its subtitle.
    venue: type === null && !fields.has('JO') && !fields.has('JF') ? all('BT')[0] : fromHtml(journals[0]),
    type,
    arxivId,
    doi: all('DO', 'DI', 'M3').find((value) => /10\.\d{4}/.test(value)) ?? addresses.find((a) => /doi\.org\//.test(a)),
    links: addresses.filter((address) => !/doi\.org\//.test(address)),
  };
}

export const risFormat: Format = {
  kind: 'ris',
  fits: (head) => /^\s*TY\s{1,3}-\s/.test(decodeText(head.slice(0, 200))),
  open: (source) =>
    openRawRows(source, () => ({
      what: 'RIS',
      facts: factsOfFile(source.name, 'RIS'),
      cutter: entryCutter,
      paper,
      at: ({ number }) => filePlace.entry(number),
    })),
};
