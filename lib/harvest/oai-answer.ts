// An answer of arXiv's OAI-PMH server: records, the token of the next page, or an error. Both forms that the server has
// had are read, and none is read by lines.
import { isDay } from './days.ts';
import { UnreadableXml, XmlReader } from './xml.ts';
import { ownValue } from '../text/own-value.ts';

export interface OaiAuthor {
  keyname: string;
  forenames: string;
  suffix: string;
}

/** A record as it says, spaces and all. Texts that are not there are empty. */
export interface OaiRecord {
  /** "2609.31763", "hep-th/9901001" */
  id: string;
  /** The day of its last change. */
  datestamp: string;
  /** "cs:cs:LG" */
  sets: string[];
  /** It has no more than id and day. */
  deleted: boolean;
  /** The day of its first version. */
  created: string;
  title: string;
  authors: OaiAuthor[];
  categories: string[];
  comments: string;
  journalRef: string;
  doi: string;
  abstract: string;
}

export interface OaiAnswer {
  records: OaiRecord[];
  /** Records that have no id, no day, or no metadata in arXiv's own format. */
  unread: number;
  /** Of the next page, as it has to be sent; null at the end. */
  token: string | null;
  /** "noRecordsMatch" and the server's words. */
  error: { code: string; text: string } | null;
  /** It is a list of records, also where none of them could be read. */
  isList: boolean;
}

/** Maximum characters of an answer: thirteen hundred records take some three million. */
const MAX_CHARACTERS = 48 << 20;
/** Maximum characters of one field: no abstract has more than some thousands. */
const MAX_FIELD = 60_000;
const MAX_DEPTH = 24;
/** Maximum records of an answer: the server sends 1,300, or 2,500 by its own code. */
const MAX_RECORDS = 10_000;
/** Maximum authors of a record that are read; the catalog keeps 500. */
const MAX_AUTHORS = 600;
const MAX_SETS = 100;
const MAX_TOKEN = 2_000;

const newRecord = (): OaiRecord => ({
  id: '',
  datestamp: '',
  sets: [],
  deleted: false,
  created: '',
  title: '',
  authors: [],
  categories: [],
  comments: '',
  journalRef: '',
  doi: '',
  abstract: '',
});

const fields: Readonly<Record<string, 'title' | 'comments' | 'journalRef' | 'doi' | 'abstract' | 'created'>> = {
  title: 'title',
  comments: 'comments',
  'journal-ref': 'journalRef',
  doi: 'doi',
  abstract: 'abstract',
  created: 'created',
};

/** A token as it is sent back; the server wrote it encoded once, and reads it so. */
function tokenOf(written: string): string | null {
  const text = written.trim();
  if (text.length > MAX_TOKEN) throw new UnreadableXml('damaged', 'a long token');
  return text === '' ? null : text;
}

/** Reads an answer as it comes. `write` and `close` throw `UnreadableXml`. */
export class OaiReader {
  readonly #xml: XmlReader;
  readonly #answer: OaiAnswer = { records: [], unread: 0, token: null, error: null, isList: false };
  #path: string[] = [];
  #record: OaiRecord | null = null;
  #hasMetadata = false;
  #author: OaiAuthor | null = null;
  #error = '';
  #isOai = false;

  constructor() {
    this.#xml = new XmlReader(
      { characters: MAX_CHARACTERS, depth: MAX_DEPTH, text: MAX_FIELD },
      {
        open: (name, attributes) => this.#open(name, attributes),
        close: (name, text) => this.#close(name, text),
      },
    );
  }

  write(part: string): void {
    this.#xml.write(part);
  }

  close(): OaiAnswer {
    this.#xml.close();
    return this.#answer;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#path.length === 0) {
      if (name.toLowerCase() === 'html') throw new UnreadableXml('html');
      if (name !== 'OAI-PMH') throw new UnreadableXml('damaged', 'another root');
      this.#isOai = true;
    }
    this.#path.push(name);
    if (name === 'ListRecords') this.#answer.isList = true;
    if (name === 'record' && this.#record === null) {
      this.#record = newRecord();
      this.#hasMetadata = false;
    } else if (name === 'header' && this.#record !== null) this.#record.deleted = attributes['status'] === 'deleted';
    else if (name === 'author' && this.#record !== null) this.#author = { keyname: '', forenames: '', suffix: '' };
    else if (name === 'error') this.#error = (attributes['code'] ?? '').slice(0, 60);
  }

  #close(name: string, text: string): void {
    this.#path.pop();
    if (!this.#isOai) return;
    const within = this.#path.at(-1);
    const record = this.#record;
    if (record === null) {
      if (name === 'resumptionToken') this.#answer.token = tokenOf(text);
      else if (name === 'error') this.#answer.error ??= { code: this.#error, text: text.trim().slice(0, 500) };
      return;
    }
    if (name === 'record') this.#end(record);
    else if (within === 'header') header(record, name, text);
    else if (within === 'author') this.#part(name, text);
    else if (within === 'authors') {
      if (this.#author !== null && record.authors.length < MAX_AUTHORS) record.authors.push(this.#author);
      this.#author = null;
    } else if (within === 'arXiv' && this.#path.at(-2) === 'metadata') this.#field(record, name, text);
  }

  #part(name: string, text: string): void {
    if (this.#author === null) return;
    if (name === 'keyname' || name === 'forenames' || name === 'suffix') this.#author[name] = text;
  }

  #field(record: OaiRecord, name: string, text: string): void {
    this.#hasMetadata = true;
    const field = ownValue(fields, name);
    if (field !== undefined) record[field] = text;
    else if (name === 'categories') record.categories = text.split(/\s+/).filter((one) => one !== '');
    else if (name === 'id') record.id = text.trim();
  }

  #end(record: OaiRecord): void {
    this.#record = null;
    this.#author = null;
    if (record.id === '' || !isDay(record.datestamp) || (!record.deleted && !this.#hasMetadata)) {
      this.#answer.unread += 1;
      return;
    }
    if (this.#answer.records.length >= MAX_RECORDS) throw new UnreadableXml('large', 'records');
    this.#answer.records.push(record);
  }
}

function header(record: OaiRecord, name: string, text: string): void {
  if (name === 'identifier') record.id = text.trim().replace(/^oai:arXiv\.org:/i, '');
  else if (name === 'datestamp') record.datestamp = text.trim().slice(0, 10);
  else if (name === 'setSpec' && record.sets.length < MAX_SETS) record.sets.push(text.trim());
}

/** A whole answer at once. */
export function readOaiAnswer(text: string): OaiAnswer {
  const reader = new OaiReader();
  reader.write(text);
  return reader.close();
}
