// Labelled references: AnyStyle's XML to entries with a label for each character, and what is right to say of each.
import { readFileSync } from 'node:fs';
import { label, type ReferenceLabel } from '../../lib/references/labels.ts';

export interface Part {
  label: ReferenceLabel;
  /** As the file names it. */
  tag: string;
  text: string;
}

export interface Entry {
  parts: Part[];
  text: string;
}

const labelOfTag: Readonly<Record<string, ReferenceLabel>> = {
  author: 'author',
  title: 'title',
  date: 'date',
  pages: 'pages',
  publisher: 'publisher',
  location: 'location',
  volume: 'volume',
  journal: 'journal',
  'container-title': 'container',
  'collection-title': 'container',
  source: 'note',
  editor: 'editor',
  translator: 'editor',
  director: 'editor',
  producer: 'editor',
  'citation-number': 'number',
  url: 'address',
  doi: 'address',
};

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (_, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (entities[name] ?? ''),
    )
    .replaceAll(/\s+/gu, ' ')
    .trim();

export const entryOf = (parts: Part[]): Entry => ({ parts, text: parts.map(({ text }) => text).join(' ') });

export function readLabelled(file: string): Entry[] {
  const xml = readFileSync(file, 'utf8');
  return [...xml.matchAll(/<sequence>([^]*?)<\/sequence>/gu)].map(([, sequence = '']) =>
    entryOf(
      [...sequence.matchAll(/<([a-z-]+)>([^]*?)<\/\1>/gu)]
        .map(([, tag = '', text = '']): Part => ({ label: labelOfTag[tag] ?? 'note', tag, text: plain(text) }))
        .filter(({ text }) => text !== ''),
    ),
  );
}

/** The label of each character. */
export function labelsByCharacter({ parts, text }: Entry): Uint8Array {
  const all = new Uint8Array(text.length + 1);
  let at = 0;
  for (const part of parts) {
    all.fill(label[part.label], at, at + part.text.length + 1);
    at += part.text.length + 1;
  }
  return all;
}

export type Kind = 'article' | 'chapter' | 'other';
/** An article has a journal, a chapter something that contains it. */
export const kindOf = ({ parts }: Entry): Kind =>
  parts.some(({ tag }) => tag === 'journal')
    ? 'article'
    : parts.some(({ tag }) => tag === 'container-title')
      ? 'chapter'
      : 'other';

export const titleOf = ({ parts }: Entry): string | null => {
  const titles = parts.filter(({ tag }) => tag === 'title');
  return titles.length === 1 ? (titles[0]?.text ?? null) : null;
};
