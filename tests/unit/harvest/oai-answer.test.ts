import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OaiReader, readOaiAnswer } from '../../../lib/harvest/oai-answer.ts';
import { UnreadableXml, type XmlFault } from '../../../lib/harvest/xml.ts';
import { root } from '../../../tools/project.ts';
import { inShort } from '../short-form.ts';

const answers = join(root, '../shared/services/arxiv-oai');
const isThere = existsSync(answers);
const text = (path: string): string => readFileSync(join(answers, path), 'utf8');

const envelope = (body: string): string =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-30T00:00:00Z</responseDate><request verb="ListRecords">http://oaipmh.arxiv.org/oai</request>${body}</OAI-PMH>`;
const record = (id: string, metadata: string): string =>
  `<record><header><identifier>oai:arXiv.org:${id}</identifier><datestamp>2026-11-27</datestamp><setSpec>cs:cs:LG</setSpec></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>${id}</id><created>2026-11-26</created>${metadata}</arXiv></metadata></record>`;
const list = (records: string, token = ''): string => envelope(`<ListRecords>${records}${token}</ListRecords>`);

describe('an answer of the OAI server', () => {
  it('has records as they say, with names in their parts', () => {
    const answer = readOaiAnswer(
      list(
        record(
          '2611.01234',
          '<authors><author><keyname>Vale</keyname><forenames>Ida M.</forenames><suffix>Jr.</suffix></author><author><keyname>Reed &amp; Holm Collaboration</keyname></author></authors><title>On x &lt; y</title><categories>cs.LG stat.ML</categories><comments>9 pages</comments><doi>10.1000/1</doi><abstract>A\n  b.</abstract>',
        ),
        "<resumptionToken expirationDate='2026-12-01T00:00:00Z'>verb%3DListRecords%26skip%3D1300</resumptionToken>",
      ),
    );
    expect(answer).toMatchObject({ token: 'verb%3DListRecords%26skip%3D1300', error: null, unread: 0, isList: true });
    expect(answer.records).toEqual([
      {
        id: '2611.01234',
        datestamp: '2026-11-27',
        sets: ['cs:cs:LG'],
        deleted: false,
        created: '2026-11-26',
        title: 'On x < y',
        authors: [
          { keyname: 'Vale', forenames: 'Ida M.', suffix: 'Jr.' },
          { keyname: 'Reed & Holm Collaboration', forenames: '', suffix: '' },
        ],
        categories: ['cs.LG', 'stat.ML'],
        comments: '9 pages',
        journalRef: '',
        doi: '10.1000/1',
        abstract: 'A\n  b.',
      },
    ]);
  });

  it('has deleted records with no more than their header', () => {
    const { records } = readOaiAnswer(
      list(
        '<record><header status="deleted"><identifier>oai:arXiv.org:2611.00001</identifier><datestamp>2026-11-27</datestamp></header></record>',
      ),
    );
    expect(records).toMatchObject([{ id: '2611.00001', deleted: true }]);
  });

  it('is the same in whatever parts it comes', () => {
    const whole = list(
      record('2611.01234', '<title>Würfel &amp; Kegel</title>') + record('2611.01235', '<title>B</title>'),
      '<resumptionToken/>',
    );
    fc.assert(
      fc.property(fc.array(fc.nat({ max: whole.length }), { maxLength: 12 }), (cuts) => {
        const reader = new OaiReader();
        let at = 0;
        for (const cut of [...cuts.toSorted((a, b) => a - b), whole.length]) {
          reader.write(whole.slice(at, cut));
          at = cut;
        }
        expect(reader.close()).toEqual(readOaiAnswer(whole));
      }),
    );
  });

  const good = list(record('2611.01234', '<title>A</title>'));
  const bad: readonly [name: string, answer: string, fault: XmlFault][] = [
    ['a page of HTML', '<!DOCTYPE html>\n<html><body>Sorry</body></html>', 'html'],
    [
      'a page of HTML without a document type',
      '<html><head><title>503 first byte timeout</title></head></html>',
      'html',
    ],
    ['words', 'Rate exceeded.', 'html'],
    ['nothing', '', 'cut'],
    ['one that ends in the middle', good.slice(0, 400), 'cut'],
    ['one that ends before its root does', good.slice(0, -12), 'cut'],
    ['other XML', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'damaged'],
    ['tags that do not match', good.replace('</title>', '</tilte>'), 'damaged'],
    ['entities of its own', good.replace('<OAI-PMH', '<!DOCTYPE x [<!ENTITY a "b">]><OAI-PMH'), 'damaged'],
    ['an entity that nobody knows', good.replace('>A<', '>&lol;<'), 'damaged'],
    ['elements without end', envelope('<a>'.repeat(5_000)), 'damaged'],
    ['ten thousand records and one', list(record('2611.01234', '<title>A</title>').repeat(10_001)), 'large'],
    ['a token that is a book', list('', `<resumptionToken>${'x'.repeat(3_000)}</resumptionToken>`), 'damaged'],
  ];
  it.each(bad)('is refused: %s', (_, answer, fault) => {
    expect(() => readOaiAnswer(answer)).toThrow(expect.objectContaining({ name: 'UnreadableXml', fault }));
  });

  it('is cut anywhere, damaged anywhere, and nothing but a refusal comes of it', () => {
    const whole = list(record('2611.01234', '<title>A</title>').repeat(3));
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length }),
        fc.string({ maxLength: 8, unit: 'binary' }),
        fc.nat({ max: 12 }),
        (at, noise, gone) => {
          try {
            const { records } = readOaiAnswer(whole.slice(0, at) + noise + whole.slice(at + gone));
            expect(records.length).toBeLessThanOrEqual(3);
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableXml);
          }
        },
      ),
      { numRuns: inShort(400, 1000) },
    );
  });

  it('keeps no more of a field than a field has', () => {
    const { records } = readOaiAnswer(
      list(record('2611.01234', `<title>A</title><abstract>${'b'.repeat(200_000)}</abstract>`)),
    );
    expect(records[0]?.abstract).toHaveLength(60_000);
  });
});

describe.skipIf(!isThere)('recorded answers', () => {
  it('of the new server and of the old one have their records', () => {
    const counts = ['new-oaipmh', 'old-export-oai2', 'rendered'].flatMap((folder) =>
      readdirSync(join(answers, folder))
        .filter((name) => name.endsWith('.xml'))
        .map((name): [string, string] => {
          const { records, unread, error } = readOaiAnswer(text(join(folder, name)));
          return [name, error?.code ?? `${records.length} and ${unread}`];
        }),
    );
    expect(Object.fromEntries(counts)).toMatchObject({
      'getrecord-arXiv-2511.11447-2026-02-13-cut.xml': '1 and 0',
      // Other formats than arXiv's own have nothing to read.
      'listrecords-arXivRaw-cs-LG-2026-09-27-cut.xml': '0 and 2',
      'hepcrawl-arxiv-physics-hep-ex.xml': '3 and 0',
      'hepcrawl-sample_arxiv_record.xml': '12 and 0',
      'listrecords-arXiv-all-p1.xml': '100 and 0',
      'listrecords-arXiv-all-p6.xml': '3 and 0',
      'err-noRecordsMatch.xml': 'noRecordsMatch',
      'err-badResumptionToken.xml': 'badResumptionToken',
      'err-badArgument-set.xml': 'badArgument',
      'identify.xml': '0 and 0',
    });
    expect(counts.length).toBeGreaterThan(40);
  });

  it('give tokens as the next request sends them', () => {
    const asked = JSON.parse(text('rendered/headers.json')) as unknown;
    const { token } = readOaiAnswer(text('rendered/listrecords-arXiv-all-p1.xml'));
    expect(token).not.toBeNull();
    expect(JSON.stringify(asked)).toContain(`resumptionToken=${encodeURIComponent(token ?? '')}`);
  });
});
