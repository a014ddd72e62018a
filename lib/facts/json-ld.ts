// JSON-LD: articles in schema.org's words, as publishers, repositories and blogs write them.
import * as z from 'zod/mini';
import type { Fields } from '../sites/adapter.ts';
import { withSemicolons } from '../paper/names/byline-names.ts';
import { absolute, filledFields } from './fields.ts';
import type { Reading } from './reading.ts';
import type { Tag } from './tags.ts';
import { ownValue } from '../text/own-value.ts';
import { findArxivId, findDoi } from '../paper/identifiers.ts';
import { pagesOf } from '../paper/publication.ts';
import { typeOfWord } from './paper-type.ts';
import type { PaperType } from '../paper/schema.ts';

const Node = z.record(z.string(), z.unknown());
type Node = z.infer<typeof Node>;

/** Types that are always a paper. */
const SCHOLARLY = new Set(['ScholarlyArticle', 'MedicalScholarlyArticle', 'Thesis', 'Chapter']);
/** Types that are a paper where they have a DOI or are part of a periodical. */
const PERHAPS = new Set([
  'Article',
  'BlogPosting',
  'Report',
  'TechArticle',
  'CreativeWork',
  'NewsArticle',
  'WebPage',
  'Book',
]);
const PERIODICAL = new Set(['Periodical', 'PublicationIssue', 'PublicationVolume', 'Journal']);

/** Maximum nodes of one page that are read, and maximum depth. */
const MAX_NODES = 400;
const MAX_DEPTH = 6;
/** Properties that may hold the page's own node; citations, parts and lists are other works. */
const INSIDE = ['@graph', 'mainEntity', 'mainEntityOfPage', 'about', 'itemReviewed'];

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const nodeOf = (value: unknown): Node | null => {
  const parsed = Array.isArray(value) ? null : Node.safeParse(value);
  return parsed?.success === true ? parsed.data : null;
};
const textsOf = (value: unknown): string[] => listOf(value).filter((text): text is string => typeof text === 'string');

/** A date may be a bare year; a title is a text, or one in a language ({"@value"}). */
function plain(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === 'string') return [one];
    if (typeof one === 'number') return [String(one)];
    const inner = nodeOf(one)?.['@value'];
    return typeof inner === 'string' ? [inner] : [];
  });
}

/** Without the spaces, semicolons and comment signs around it. A regular expression for the end would try every run of
 *  spaces. */
function between(text: string): string {
  const isRound = (at: number): boolean => /[\s;\u002f*]/.test(text.charAt(at));
  let [from, to] = [0, text.length];
  while (from < to && isRound(from)) from += 1;
  while (to > from && isRound(to - 1)) to -= 1;
  return text.slice(from, to);
}

/** Comments, raw line ends and commas too many are what pages get wrong. Null where none of that helps. */
function parsed(text: string): unknown {
  const bare = between(text.replace(/<!--|-->|<!\[CDATA\[|\]\]>/g, ' '));
  for (const attempt of [
    text,
    bare,
    // oxlint-disable-next-line no-control-regex -- line ends inside texts are what is repaired
    bare.replace(/[\u0000-\u001f]/g, ' ').replace(/,(?=[ ]{0,200}[\]}])/g, ''),
  ])
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next attempt is more forgiving.
    }
  return null;
}

const SCHEMA = /^https?:\/\/schema\.org\/?#?$/;

/** What a text's own context calls schema.org: `{"s": "http://schema.org/"}`. */
function prefixesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(prefixesIn);
  const node = nodeOf(value);
  if (node === null) return [];
  const contexts = listOf(node['@context']).map(nodeOf);
  return contexts.flatMap((context) =>
    Object.entries(context ?? {}).flatMap(([name, address]) =>
      typeof address === 'string' && SCHEMA.test(address) ? [`${name}:`] : [],
    ),
  );
}

/** The same with schema.org's plain words, whichever prefix they are written with. */
function unprefixed(value: unknown, prefixes: readonly string[], depth = 0): unknown {
  if (depth > 2 * MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((one) => unprefixed(one, prefixes, depth + 1));
  const node = nodeOf(value);
  if (node === null) return value;
  const bare = (word: string): string => {
    const prefix = prefixes.find((one) => word.startsWith(one));
    return prefix === undefined ? word : word.slice(prefix.length);
  };
  return Object.fromEntries(
    Object.entries(node).map(([name, inner]) => [
      bare(name),
      name === '@type' ? textsOf(inner).map(bare) : unprefixed(inner, prefixes, depth + 1),
    ]),
  );
}

const bareWord = (word: string): string => word.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '');

/** A text that writes schema.org's words with a prefix; most don't. */
const PREFIXED =
  /"(?:schema:|https?:\/\/schema\.org\/\w)|"(?!@)[\w-]{1,30}"\s{0,9}:\s{0,9}"https?:\/\/schema\.org\/?#?"/;

function plainWords(text: string): unknown {
  const value = parsed(text);
  if (!PREFIXED.test(text)) return value;
  return unprefixed(value, ['http://schema.org/', 'https://schema.org/', 'schema:', ...prefixesIn(value)]);
}

const typesOf = (node: Node): string[] => textsOf(node['@type']);

/** Every node in a text; they are added to `byId` by their `@id`. */
function nodesIn(root: unknown, byId: Map<string, Node>): Node[] {
  const found: Node[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const one of value.slice(0, MAX_NODES)) walk(one, depth + 1);
      return;
    }
    const node = nodeOf(value);
    if (node === null) return;
    found.push(node);
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
    for (const name of INSIDE) walk(node[name], depth + 1);
  };
  walk(root, 0);
  return found;
}

const resolved = (value: unknown, byId: ReadonlyMap<string, Node>): Node | null => {
  const node = nodeOf(value);
  const id = node?.['@id'];
  return node !== null && typeof id === 'string' && Object.keys(node).length === 1 ? (byId.get(id) ?? node) : node;
};

/** Who is listed among the authors and edited or reviewed the paper. */
const isEditor = (node: Node): boolean =>
  [...plain(node['roleName']), ...plain(node['jobTitle'])].some((role) =>
    /^(?:\w+ ){0,2}(?:editor|reviewer)s?$/i.test(role.trim()),
  );

function nameOf(value: unknown, byId: ReadonlyMap<string, Node>): string | null {
  if (typeof value === 'string') return /^(?:https?:|_:|#)/.test(value) ? (nameOfId(value, byId) ?? null) : value;
  const node = resolved(value, byId);
  if (node === null || isEditor(node)) return null;
  if (typesOf(node).includes('Role')) return nameOf(listOf(node['author'] ?? node['creator'])[0], byId);
  const [whole] = plain(node['name']);
  if (whole !== undefined && whole.trim() !== '') return whole;
  const [given = ''] = plain(node['givenName']);
  const [family = ''] = plain(node['familyName']);
  return family === '' ? null : `${given} ${family}`.trim();
}
function nameOfId(id: string, byId: ReadonlyMap<string, Node>): string | null {
  const [name] = plain(byId.get(id)?.['name']);
  return name ?? null;
}

function authorsOf(node: Node, byId: ReadonlyMap<string, Node>): string[] {
  const value = node['author'] ?? node['creator'];
  if (typeof value === 'string' && !/^(?:https?:|_:|#)/.test(value)) return [withSemicolons(value)];
  const list = nodeOf(value)?.['@list'];
  return (
    listOf(list ?? value)
      .slice(0, 600)
      // A graph may name the article as its own author.
      .map((one) => (resolved(one, byId) === node ? null : nameOf(one, byId)))
      .filter((name) => name !== null)
  );
}

/** The journal, up through issue and volume. */
function venueOf(node: Node, byId: ReadonlyMap<string, Node>, scholarly: boolean): string[] {
  for (const start of [...listOf(node['isPartOf']), ...listOf(node['publication'])]) {
    if (typeof start === 'string' && !/^https?:/.test(start)) return [start];
    for (let at = resolved(start, byId), turn = 0; at !== null && turn < 4; turn += 1) {
      const up = resolved(listOf(at['isPartOf'])[0], byId);
      const [name] = plain(at['name']);
      if (name !== undefined && (up === null || typesOf(at).includes('Periodical')) && !isSite(at)) return [name];
      at = up;
    }
  }
  // A blog's publisher is a firm.
  const publisher = scholarly ? nameOf(listOf(node['publisher'])[0], byId) : null;
  return publisher === null ? [] : [publisher];
}

/** In the article itself, or up in the issue and the volume that it is part of. */
function publicationOf(node: Node, byId: ReadonlyMap<string, Node>, scholarly: boolean): Partial<Fields> {
  const around: Node[] = [node];
  for (let at = resolved(listOf(node['isPartOf'])[0], byId); at !== null && around.length < 5;) {
    around.push(at);
    at = resolved(listOf(at['isPartOf'])[0], byId);
  }
  const first = (...names: string[]): string[] =>
    around.flatMap((one) => names.flatMap((name) => plain(one[name]))).slice(0, 1);
  const publisher = scholarly
    ? around.map((one) => nameOf(listOf(one['publisher'])[0], byId)).find((name) => name !== null)
    : null;
  return filledFields({
    volume: first('volumeNumber', 'volume'),
    issue: first('issueNumber', 'issue'),
    pages: [pagesOf(first('pageStart')[0], first('pageEnd')[0]), ...first('pagination')],
    publisher: [publisher],
  });
}

const isSite = (node: Node): boolean => typesOf(node).some((type) => type === 'WebSite' || type === 'WebPage');
const inPeriodical = (node: Node, byId: ReadonlyMap<string, Node>): boolean =>
  listOf(node['isPartOf']).some((part) => {
    const whole = resolved(part, byId);
    return whole !== null && typesOf(whole).some((type) => PERIODICAL.has(type));
  });

/** Texts that may name the paper; of a property with a kind, only those of the right one. */
function identifiers(node: Node): string[] {
  const named = listOf(node['identifier']).flatMap((one) => {
    if (typeof one === 'string') return [one];
    const inner = nodeOf(one);
    if (inner === null) return [];
    const kind = textsOf(inner['propertyID'])[0] ?? textsOf(inner['name'])[0] ?? '';
    const value = plain(inner['value'])[0] ?? plain(inner['@id'])[0] ?? plain(inner['@value'])[0] ?? '';
    return kind === '' || /doi|arxiv|url/i.test(kind) ? [/arxiv/i.test(kind) ? `arXiv:${value}` : value] : [];
  });
  return [...plain(node['doi']), ...named, ...plain(node['sameAs']), ...plain(node['@id']), ...plain(node['url'])];
}

function pdfOf(node: Node, url: string): (string | null)[] {
  const files = [node['encoding'], node['associatedMedia'], node['mainEntity'], node['distribution']].flatMap(listOf);
  return files.slice(0, 20).flatMap((file) => {
    if (typeof file === 'string') return /\.pdf(?:$|[?#])/i.test(file) ? [absolute(file, url)] : [];
    const inner = nodeOf(file);
    if (inner === null) return [];
    const address = plain(inner['contentUrl'])[0] ?? plain(inner['url'])[0] ?? plain(inner['@id'])[0];
    if (address === undefined) return [];
    const kind = [...plain(inner['encodingFormat']), ...plain(inner['fileFormat'])].join(' ');
    return /pdf/i.test(kind) || /\.pdf(?:$|[?#])|\/pdf\//i.test(address) ? [absolute(address, url)] : [];
  });
}

/** One is the other cut short, or with the site's name behind it: the whole title is the one that both begin with,
 *  unless that one ends in an ellipsis. */
function titlesOf(node: Node): string[] {
  const [headline] = plain(node['headline']);
  const [name] = plain(node['name']);
  if (headline === undefined || name === undefined) return [headline ?? name ?? ''];
  const cut = headline.replace(/(?:\u2026|\.{3})$/, '').trimEnd();
  return cut.length >= 10 && name.length > headline.length && name.startsWith(cut) ? [name] : [headline, name];
}

/** By a word for it, or the periodical that it is part of. */
function typeOf(node: Node, byId: ReadonlyMap<string, Node>): PaperType | null {
  const words = ['additionalType', 'genre', 'creativeWorkStatus', 'publicationType'].flatMap((name) =>
    plain(node[name]),
  );
  const said = words
    .slice(0, 20)
    .map(typeOfWord)
    .find((type) => type !== null);
  return said ?? (inPeriodical(node, byId) ? 'journal' : null);
}

function reading(node: Node, byId: ReadonlyMap<string, Node>, url: string): Reading | null {
  const types = typesOf(node);
  const scholarly = types.some((type) => SCHOLARLY.has(type));
  if (!scholarly && !types.some((type) => PERHAPS.has(type))) return null;
  const named = identifiers(node);
  const dois = named.map(findDoi).filter((doi) => doi !== null);
  const arxiv = named.map(findArxivId).filter((id) => id !== null);
  if (!scholarly && dois.length === 0 && !(types.includes('Article') && inPeriodical(node, byId))) return null;
  const description = plain(node['description']).filter(({ length }) => scholarly && length >= 200);
  const fields: Fields = filledFields({
    title: titlesOf(node).slice(0, 1),
    authors: authorsOf(node, byId),
    venue: venueOf(node, byId, scholarly),
    ...publicationOf(node, byId, scholarly),
    date: [...plain(node['datePublished']), ...plain(node['dateCreated']), ...plain(node['copyrightYear'])],
    abstract: [...plain(node['abstract']), ...description],
    doi: dois,
    arxiv,
    pdf: pdfOf(node, url),
    page: [...plain(node['url']), ...plain(node['mainEntityOfPage'])].map((address) => absolute(address, url)),
  });
  return fields.title === undefined ? null : { from: 'json-ld', fields, type: typeOf(node, byId) };
}

/** The words of the Bibliographic Ontology and of Dublin Core, as libraries have them on elements. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  AcademicArticle: 'ScholarlyArticle',
  title: 'name',
  creator: 'creator',
  date: 'datePublished',
  issued: 'datePublished',
  identifier: 'identifier',
  doi: 'doi',
};
function inSchemaWords(word: string): string {
  const [, other] = /^(?:bibo|dc|dct|dcterms|prism):(.{1,40})$/.exec(word) ?? [];
  return other === undefined ? word : (ownValue(OTHER_WORDS, other) ?? word);
}

/** What the page's own markup says of an article, with schema.org's words on elements: tags "schema:headline". */
export function microdata(meta: readonly Tag[], url: string): Reading | null {
  const texts = new Map<string, string[]>();
  for (const [name, content] of meta) {
    const [, words] = /^schema:(.{1,99})$/.exec(name) ?? [];
    // One element may be several things.
    for (const word of words?.split(' ') ?? []) {
      const key = inSchemaWords(bareWord(word));
      texts.set(key, [...(texts.get(key) ?? []), key === '@type' ? bareWord(content) : content.trim()]);
    }
  }
  const types = (texts.get('@type') ?? []).flatMap((words) => words.split(' ').map(bareWord)).map(inSchemaWords);
  // What else is on elements is text with headings and numbers in it.
  const node = Object.fromEntries(
    ['@id', 'name', 'headline', 'author', 'creator', 'datePublished', 'sameAs', 'identifier', 'doi', 'url'].map(
      (word) => [word, texts.get(word)],
    ),
  );
  const found = reading({ ...node, '@type': types }, new Map(), url);
  return found === null ? null : { ...found, from: 'microdata' };
}

/** One reading an article that the page's JSON-LD describes. Broken texts give none. */
export function jsonLd(texts: readonly string[], url: string): Reading[] {
  const byId = new Map<string, Node>();
  const nodes = texts.flatMap((text) => nodesIn(plainWords(text), byId));
  return nodes.map((node) => reading(node, byId, url)).filter((found) => found !== null);
}
