// Small files of every kind, and how tests read them.
import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync } from 'fflate';
import { bytesOfArray } from '../../../../lib/packs/readers/bytes.ts';
import { openAs, recognise } from '../../../../lib/packs/readers/index.ts';
import type { Batch, ByteSource, Opened, ReadRow } from '../../../../lib/packs/readers/reader.ts';
import type { PaperRecord } from '../../../../lib/paper/record.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const sourceOf = (content: string | Uint8Array, name = 'file'): ByteSource =>
  bytesOfArray(typeof content === 'string' ? utf8(content) : content, name);
export const gz = (content: string | Uint8Array): Uint8Array =>
  gzipSync(typeof content === 'string' ? utf8(content) : content);

export async function batchesOf(opened: Opened, resume?: unknown): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of opened.rows(resume)) batches.push(batch);
  return batches;
}

export interface Outcome {
  kind: string;
  what: string;
  records: PaperRecord[];
  refused: Extract<ReadRow, { refused: unknown }>[];
}

const outcomeOf = (kind: string, what: string, rows: readonly ReadRow[]): Outcome => ({
  kind,
  what,
  records: rows.flatMap((row) => ('record' in row ? [row.record] : [])),
  refused: rows.flatMap((row) => ('refused' in row ? [row] : [])),
});

/** A file read to its end, as what its content says it is. */
export async function readAll(content: string | Uint8Array, name = 'file'): Promise<Outcome> {
  const { format, opened } = await recognise(sourceOf(content, name));
  return outcomeOf(
    format.kind,
    opened.what,
    (await batchesOf(opened)).flatMap(({ rows }) => rows),
  );
}

export async function readAs(kind: string, content: string | Uint8Array): Promise<Outcome> {
  const opened = await openAs(kind, sourceOf(content));
  return outcomeOf(
    kind,
    opened.what,
    (await batchesOf(opened)).flatMap(({ rows }) => rows),
  );
}

type Row_ = Record<string, unknown>;

/** A Parquet file of rows; lists are kept as JSON columns unless `nested` says how they are written. */
export function parquet(
  rows: readonly Row_[],
  options: { codec?: 'SNAPPY' | 'UNCOMPRESSED'; group?: number } = {},
): Uint8Array {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const typeOf = (name: string): 'STRING' | 'BOOLEAN' | 'JSON' => {
    const value = rows.map((row) => row[name]).find((one) => one !== null && one !== undefined);
    return typeof value === 'boolean'
      ? 'BOOLEAN'
      : typeof value === 'string' || value === undefined
        ? 'STRING'
        : 'JSON';
  };
  const buffer = parquetWriteBuffer({
    columnData: names.map((name) => ({
      name,
      data: rows.map((row) => row[name] ?? null),
      type: typeOf(name),
      nullable: true,
    })),
    codec: options.codec ?? 'SNAPPY',
    rowGroupSize: options.group ?? 1000,
  });
  return new Uint8Array(buffer);
}

export const arxivRow = (n: number): Row_ => ({
  id: `${String(1000 + (n % 9) * 100 + (n % 12) + 1)}.${String(10_000 + n).slice(1)}`,
  submitter: 'A. Person',
  authors: 'Ada Lovelace and Charles Babbage',
  title: `On the calculation of numbers\n  by engines of the kind ${n}`,
  comments: null,
  'journal-ref': n % 2 === 0 ? 'J. Eng. 3 (1843) 666' : null,
  doi: n % 2 === 0 ? `10.1000/ENG.${n}` : null,
  categories: 'cs.LG math.NA',
  abstract: 'We calculate.',
  update_date: '2010-02-03',
  authors_parsed: [
    ['Lovelace', 'Ada', ''],
    ['Babbage', 'Charles', 'Jr.'],
  ],
});

const linkOf = (title: string, id: string | null, repository: string, official: boolean): Row_ => ({
  paper_url: `https://paperswithcode.com/paper/${title.toLowerCase().replaceAll(' ', '-')}`,
  paper_title: title,
  paper_arxiv_id: id,
  paper_url_abs: id === null ? 'http://example.org/a.pdf' : `http://arxiv.org/abs/${id}v2`,
  paper_url_pdf: null,
  repo_url: repository,
  is_official: official,
  mentioned_in_paper: true,
  mentioned_in_github: false,
  framework: 'pytorch',
});

export const links: Row_[] = [
  linkOf('Attention Is All You Need', '1706.03762', 'https://github.com/tensorflow/tensor2tensor', true),
  linkOf('Attention Is All You Need', '1706.03762', 'https://github.com/jadore801120/attention', false),
  linkOf('A Paper Without Code We Can Use', null, 'ftp://example.org/code', false),
  linkOf('Deep Residual Learning for Image Recognition', '1512.03385', 'http://github.com/KaimingHe/resnet', true),
  linkOf('Attention Is All You Need', '1706.03762', 'https://github.com/late/one', false),
];

export const abstracts: Row_[] = [
  {
    paper_url: 'https://paperswithcode.com/paper/attention',
    arxiv_id: '1706.03762',
    nips_id: null,
    openreview_id: null,
    title: 'Attention Is All You Need',
    abstract: 'We.',
    url_abs: 'http://arxiv.org/abs/1706.03762v7',
    url_pdf: 'http://arxiv.org/pdf/1706.03762v7.pdf',
    proceeding: 'neurips-2017-12',
    authors: ['Ashish Vaswani', 'Noam Shazeer'],
    date: '2017-06-12',
    conference: null,
  },
];

export const work = {
  id: 'https://openalex.org/W1',
  doi: 'https://doi.org/10.1007/ABC_1',
  title: 'Growth of <i>E. coli</i> &amp; others',
  display_name: 'Growth of E. coli & others',
  publication_year: 2018,
  type: 'article',
  authorships: [{ author: { display_name: 'Jane Doe' } }, { raw_author_name: 'Ö. Smith' }],
  primary_location: {
    landing_page_url: 'https://doi.org/10.1007/ABC_1',
    source: { display_name: 'Journal of Growth', type: 'journal' },
  },
  locations: [{ landing_page_url: 'https://arxiv.org/abs/1801.00001v3' }],
};

export const dblpXml = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE dblp SYSTEM "dblp.dtd">
<dblp>
<article mdate="2020-01-01" key="journals/x/Muller19">
<author>J&uuml;rgen M&uuml;ller 0002</author><author>Anna &Aring;berg</author>
<title>Fast <i>and</i> Slow: O(n<sup>2</sup>) Sch&ouml;nhage&ndash;Strassen.</title>
<year>2019</year><journal>Theor. Comput. Sci.</journal><ee>https://doi.org/10.1016/J.TCS.2019.1</ee>
</article>
<www key="homepages/m/M"><author>Somebody</author><title>Home Page</title></www>
<inproceedings key="conf/x/A"><author>Li Wei</author><title>A Second Paper Here.</title><year>2020</year><booktitle>STOC</booktitle></inproceedings>
<article key="journals/corr/abs-1706-03762" publtype="informal"><author>Ashish Vaswani</author><title>Attention Is All You Need.</title><journal>CoRR</journal><volume>abs/1706.03762</volume><year>2017</year><ee>http://arxiv.org/abs/1706.03762</ee></article>
<article key="journals/x/bad"><title>Broken &nosuch; entity</title></article>
<article key="journals/x/none"><author>A B</author><title></title></article>
</dblp>
`;

export const bib = `@string{acl = "Annual Meeting of the {ACL}"}
@comment{nothing}
@inproceedings{bert, title={{BERT}: Pre-training of {D}eep Sch{\\"o}lkopf \\& co},
  author = {M{\\"u}ller, J{\\"o}rg and van der Berg, Anna and {The ATLAS Collaboration} and Doe, Jr., John},
  booktitle = acl, year = 2019, eprint={1810.04805v2}, archivePrefix={arXiv}}
@article{math, title = "Sorting in $O(n \\log n)$ {T}ime", author = "Ada Lovelace", journal = {J. Eng.}, year = 1843, doi={https://doi.org/10.1000/ABC}}
@article{broken, title = {A brace {is missing, year = 2000}
@misc{after, title = {What follows is still read}, author = {Someone}, year = {2001}}
@article{none, author = {Nobody}, year = {2001}}
`;

export const ris = `TY  - JOUR
T1  - Automated quantitative histology
AU  - Sankar, Martial
AU  - Hardtke, Christian S
T2  - eLife
DO  - 10.7554/eLife.01567
UR  - https://elifesciences.org/articles/01567
PY  - 2014/02/11/
ER  - 

TY  - CONF
TI  - A title
  that goes on
AU  - Doe, Jane
PY  - 2020
ER  - 
TY  - BOOK
AU  - Nobody
ER  - 
`;

export const cslItems = [
  {
    id: 'a',
    type: 'article-journal',
    title: 'Changes in Data Sharing',
    author: [{ family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' }, { literal: 'The Group' }],
    issued: { 'date-parts': [[2015, 8]] },
    'container-title': 'PLOS ONE',
    DOI: '10.1371/journal.pone.0134826',
  },
  { id: 'b', type: 'book', title: '12345' },
];

export const csv = `Authors;Paper Title;Publication Year;Source title;DOI Link
"Lovelace, A.; Babbage, C.";"Notes on ""the"" Engine; &amp; more";1843;Memoirs;https://doi.org/10.1000/X
"Doe, Jane";"A second
title";2020;;
`;

export const zoteroItem: Row_ = {
  itemType: 'journalArticle',
  title: 'Notes on <i>the</i> Engine',
  creators: [
    { creatorType: 'author', firstName: 'Ada', lastName: 'Lovelace' },
    { creatorType: 'editor', firstName: 'Charles', lastName: 'Babbage' },
    { creatorType: 'author', name: 'Royal Society' },
  ],
  date: '1843-09-01',
  publicationTitle: 'Memoirs',
  volume: '3',
  pages: '666-731',
  extra: 'tex.note: x\narXiv: 2103.00021 [cs]',
  DOI: '10.1000/ADA',
  url: 'https://example.org/notes',
};

export const paperpileItem: Row_ = {
  _id: '2773420d',
  citekey: 'Lovelace1843-rs',
  title: 'Notes on the Engine',
  pubtype: 'PP_CONFERENCE_PAPER',
  booktitle: 'Proceedings of the Engine',
  author: [{ first: 'Ada', last: 'Lovelace', orcid: '0000-0002-1825-0097', initials: 'A', formatted: 'Lovelace A' }],
  published: { year: '1843', month: '9' },
  doi: '10.1000/ada',
  url: ['https://example.org/notes'],
};

export const paperMemoryEntry: Row_ = {
  id: 'Arxiv-1703.10593',
  title: 'Notes on the\n  Engine',
  author: 'Ada Lovelace and Charles Babbage',
  bibtex: '@article{a,\n  doi = {10.1000/ADA},\n}',
  codeLink: 'https://github.com/ada/engine',
  pdfLink: 'http://arxiv.org/pdf/1703.10593v7',
  venue: 'ICCV',
  year: '2017',
};

/** As OpenReview's interface answers, in its second version. */
export const note = {
  id: 'aB3dE5fG7h',
  forum: 'aB3dE5fG7h',
  tcdate: 1_695_000_000_000,
  content: {
    title: { value: 'Folding Rivers on Graphs' },
    authors: { value: ['Wei Wang', 'Oda Marrowby', 'Ida Vale'] },
    authorids: { value: ['~Wei_Wang12', 'oda@press.example', '~Ida_Vale1'] },
    venue: { value: 'ICLR 2024 poster' },
    keywords: { value: ['Graph Learning', 'rivers'] },
    abstract: { value: 'We fold each river along a lantern of graphs.' },
  },
};

/** Every kind, as it is written. */
export const files: Readonly<Record<string, () => Uint8Array>> = {
  'papers-with-code-links': () => utf8(JSON.stringify(links)),
  'papers-with-code-links, gzipped': () => gz(JSON.stringify(links)),
  'papers-with-code-links, Parquet': () => parquet(links),
  'papers-with-code': () => utf8(JSON.stringify(abstracts, undefined, 2)),
  arxiv: () => utf8([0, 1, 2].map((n) => JSON.stringify(arxivRow(n))).join('\n')),
  'arxiv, Parquet': () => parquet([0, 1, 2].map(arxivRow)),
  openalex: () => utf8(`${JSON.stringify(work)}\n${JSON.stringify(work)}\n`),
  'openalex, gzipped': () => gz(`${JSON.stringify(work)}\n`),
  dblp: () => utf8(dblpXml),
  'dblp, gzipped': () => gz(dblpXml),
  bibtex: () => utf8(bib),
  ris: () => utf8(ris),
  csl: () => utf8(JSON.stringify(cslItems, undefined, 1)),
  csv: () => utf8(csv),
  zotero: () =>
    utf8(JSON.stringify({ config: { label: 'BetterBibTeX JSON' }, items: [zoteroItem, { itemType: 'note' }] })),
  'zotero, as its interfaces answer': () => utf8(JSON.stringify([zoteroItem])),
  paperpile: () => utf8(JSON.stringify([paperpileItem])),
  openreview: () => utf8(JSON.stringify({ notes: [note, { id: 'x', content: {} }], count: 2 })),
  papermemory: () => utf8(JSON.stringify({ 'Arxiv-1703.10593': paperMemoryEntry, __dataVersion: 508 }, undefined, 4)),
};
