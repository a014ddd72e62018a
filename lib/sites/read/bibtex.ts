// One BibTeX entry as pages print it, for what identifies its paper. Imports have a parser; this reads a few fields.
import type { FieldName, Fields } from '../adapter.ts';

/** The value after "name =", without its braces or quotes; null where there is none or it never ends. */
function valueOf(entry: string, name: string): string | null {
  const begin = new RegExp(`[,{\\s]${name}\\s{0,9}=\\s{0,9}([{"]|(?=\\d))`, 'iu').exec(entry);
  if (begin === null) return null;
  const from = begin.index + begin[0].length;
  if (begin[1] === '') return /^\d{1,6}/u.exec(entry.slice(from, from + 6))?.[0] ?? null;
  let depth = 0;
  for (let at = from; at < entry.length; at += 1) {
    const char = entry.charAt(at);
    if (char === '\\') at += 1;
    else if (depth === 0 && char === (begin[1] === '{' ? '}' : '"'))
      return entry.slice(from, at).replaceAll(/\s+/gu, ' ').trim();
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
  }
  return null;
}

const printed = [
  ['volume', 'volume'],
  ['issue', 'number'],
  ['pages', 'pages'],
  ['publisher', 'publisher'],
] as const;

/** Titles and names keep their LaTeX: who reads them knows it. Null where the text holds no entry with a title. */
export function bibtexFields(text: string): Fields | null {
  const start =
    /@(?:article|inproceedings|conference|misc|incollection|phdthesis|mastersthesis|techreport|unpublished|preprint)\s{0,9}\{/iu.exec(
      text.slice(0, 10_000),
    );
  if (start === null) return null;
  const entry = text.slice(start.index, start.index + 10_000);
  const title = valueOf(entry, 'title');
  if (title === null || title === '') return null;
  const fields: Fields = { title: [title.replaceAll(/(?<!\\)[{}]/gu, '')] };
  const authors = valueOf(entry, 'author')?.replaceAll(/(?<!\\)[{}]/gu, '');
  if (authors !== undefined && authors !== '')
    fields.authors = authors.split(/ and /u).filter((name) => !/^others$/iu.test(name.trim()));
  const put = (field: FieldName, value: string | null): void => {
    if (value !== null && value !== '') fields[field] = [value];
  };
  put('date', valueOf(entry, 'year'));
  put('venue', valueOf(entry, 'booktitle') ?? valueOf(entry, 'journal'));
  for (const [field, name] of printed) put(field, valueOf(entry, name)?.replaceAll(/(?<!\\)[{}]/gu, '') ?? null);
  put('doi', valueOf(entry, 'doi'));
  put('arxiv', valueOf(entry, 'eprint') ?? /arxiv[: ]{1,2}(\d{4}\.\d{4,5})/iu.exec(entry)?.[1] ?? null);
  return fields;
}
