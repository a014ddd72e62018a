// A feed of rss.arxiv.org as Atom: what was announced on one day in some categories.
import { UnreadableXml, XmlReader } from './xml.ts';
import { ownValue } from '../text/own-value.ts';

export interface FeedEntry {
  id: string;
  title: string;
  /** All names in one line, as the feed has them. */
  creator: string;
  categories: string[];
  abstract: string;
  announced: 'new' | 'cross' | 'replace' | 'replace-cross';
  doi: string;
  journalRef: string;
}

export interface Feed {
  entries: FeedEntry[];
  /** The feed reached its limit: there are papers that it does not have. */
  isFull: boolean;
  /** What the server says instead of a feed. */
  error: string | null;
}

/** Entries that the server sends at most. */
const FULL = 2_000;
const LIMITS = { characters: 24 << 20, depth: 12, text: 60_000 };
const MAX_ENTRIES = 4_000;
const MAX_CATEGORIES = 30;

const announcements = ['new', 'cross', 'replace', 'replace-cross'] as const;

const newEntry = (): FeedEntry => ({
  id: '',
  title: '',
  creator: '',
  categories: [],
  abstract: '',
  announced: 'new',
  doi: '',
  journalRef: '',
});

/** "arXiv:2609.31763v1 Announce Type: new \nAbstract: This …" */
const abstractOf = (summary: string): string =>
  summary.replace(/^\s*arXiv:\S{1,40} Announce Type: [\w-]{1,20}\s+Abstract:\s*/, '');

/** Reads a whole feed at once; throws `UnreadableXml`. */
export function readFeed(text: string): Feed {
  const reader = feedReader();
  reader.write(text);
  return reader.close();
}

/** Reads a feed as it comes. */
export function feedReader(): { write: (part: string) => void; close: () => Feed } {
  const entries: FeedEntry[] = [];
  let entry: FeedEntry | null = null;
  let depth = 0;
  let error: string | null = null;
  const fields: Readonly<Record<string, (entry: FeedEntry, value: string) => void>> = {
    id: (one, value) => {
      one.id = value
        .trim()
        .replace(/^oai:arXiv\.org:/i, '')
        .replace(/v\d{1,3}$/, '');
    },
    title: (one, value) => {
      one.title = value;
    },
    summary: (one, value) => {
      one.abstract = abstractOf(value);
    },
    creator: (one, value) => {
      one.creator = value;
    },
    DOI: (one, value) => {
      one.doi = value;
    },
    journal_reference: (one, value) => {
      one.journalRef = value;
    },
    announce_type: (one, value) => {
      one.announced = announcements.find((type) => type === value.trim()) ?? 'new';
    },
  };
  const reader = new XmlReader(LIMITS, {
    open: (name, attributes) => {
      if (depth === 0 && name.toLowerCase() === 'html') throw new UnreadableXml('html');
      if (depth === 0 && name !== 'feed') throw new UnreadableXml('damaged', 'another root');
      depth += 1;
      if (name === 'entry' && depth === 2) entry = newEntry();
      else if (name === 'category' && depth === 3 && entry !== null && entry.categories.length < MAX_CATEGORIES)
        entry.categories.push(attributes['term'] ?? '');
    },
    close: (name, value) => {
      depth -= 1;
      if (depth === 1 && name === 'title' && /^\s*Feed error/i.test(value)) error = value.trim().slice(0, 300);
      if (entry === null) return;
      if (depth === 2) ownValue(fields, name)?.(entry, value);
      else if (depth === 1) {
        if (entries.length >= MAX_ENTRIES) throw new UnreadableXml('large', 'entries');
        if (entry.id !== '') entries.push(entry);
        entry = null;
      }
    },
  });
  return {
    write: (part) => reader.write(part),
    close: () => {
      reader.close();
      if (error !== null) return { entries: [], isFull: false, error };
      return { entries, isFull: entries.length >= FULL, error };
    },
  };
}
