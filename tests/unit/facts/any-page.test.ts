// Whatever a page says, nothing breaks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanUrl, recordOf, type Draft } from '../../../lib/paper/clean.ts';
import { PageFact } from '../../../lib/paper/page-fact.ts';
import { pageContext } from '../../../lib/facts/page-context.ts';
import { factsOfPage } from '../../../lib/facts/read-page.ts';
import { factsOfReferences } from '../../../lib/facts/read-references.ts';
import type { Fields } from '../../../lib/sites/adapter.ts';
import { OTHER, TITLE, site } from './page.ts';

describe('whatever a page says', () => {
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    fc.constantFrom(
      TITLE,
      OTHER,
      '10.1234/garden.7',
      'https://doi.org/10.1234/garden.7',
      'arXiv:2101.00001',
      'A, B; C, D',
      '<i>',
      '&amp;',
      '2021',
      'https://x.example/a.pdf',
      'http://x/',
      '\u0000',
      '$',
      '\ud800',
    ),
    // Pieces that are only joined odd: accents of their own, marks in marks, half of an address.
    {
      weight: 2,
      arbitrary: fc
        .array(
          fc.constantFrom(
            ...(
              'Title: ¦[¦]¦. ¦ ¦ | ¦, ¦; ¦&amp;¦&lt;i&gt;¦<sub>¦\u0301¦\u200b¦é¦e¦Learning ¦to see moss ¦Ada Lovelace¦et al¦' +
              'PhD¦ and ¦(¦)¦2021¦-¦https://¦x.example/¦10.1234/¦10.48550/arXiv.¦2101.00001¦%3C¦"¦.pdf¦v2¦cs.LG¦' +
              'github.com/a/b¦http://github.com/a/b¦\n¦\t¦\u0007¦$x$¦\\alpha¦한국어 제목¦中文'
            ).split('¦'),
          ),
          { maxLength: 9 },
        )
        .map((pieces) => pieces.join('')),
    },
  );
  const name = fc.constantFrom(
    'citation_title',
    'citation_author',
    'citation_doi',
    'citation_pdf_url',
    'citation_date',
    'dc.title',
    'dc.identifier',
    'prism.doi',
    'citation_authors',
    'eprints.title',
    'og:site_name',
    'citation_arxiv_id',
    'citation_abstract',
  );
  const field = fc.constantFrom<keyof Fields>(
    'title',
    'authors',
    'venue',
    'date',
    'abstract',
    'comments',
    'doi',
    'arxiv',
    'pdf',
    'page',
    'code',
    'categories',
    'coins',
  );
  const fields = fc.dictionary(field, fc.array(text, { maxLength: 3 }));
  const thing = fc.letrec((tie) => ({
    any: fc.oneof(text, fc.integer(), fc.constant(null), tie('node'), fc.array(tie('any'), { maxLength: 2 })),
    node: fc.dictionary(
      fc.constantFrom(
        '@type',
        '@graph',
        '@id',
        'name',
        'headline',
        'author',
        'identifier',
        'isPartOf',
        'sameAs',
        'url',
        'datePublished',
        'encoding',
        'mainEntity',
        'publisher',
        '__proto__',
      ),
      fc.oneof(tie('any'), fc.constantFrom('ScholarlyArticle', 'Article', 'Periodical')),
    ),
  })).any;
  const pages = fc.record({
    url: fc.oneof(
      text,
      fc.webUrl(),
      fc.constantFrom(
        'https://journal.example/paper/a1',
        'https://journal.example/list',
        'https://journal.example/app/1',
        'https://arxiv.org/abs/2101.00001',
      ),
    ),
    meta: fc.array(fc.tuple(fc.oneof(name, text), text), { maxLength: 12 }),
    said: fc.option(
      fc.record({
        title: text,
        linked: fc.array(
          fc.oneof(
            text,
            thing.map((value) => JSON.stringify(value) ?? ''),
          ),
          { maxLength: 3 },
        ),
        scripts: fc.array(text, { maxLength: 2 }),
        coins: fc.array(
          text.map((value) => `rft.atitle=${value}&rft.au=${value}&rft_id=${value}`),
          { maxLength: 2 },
        ),
        dois: fc.array(text, { maxLength: 2 }),
        stale: fc.boolean(),
      }),
    ),
    rows: fc.array(fc.record({ row: fc.integer({ min: 0, max: 9 }), isPageRow: fc.boolean(), fields }), {
      maxLength: 4,
    }),
  });

  /** A fact is stored as it is, in this order of its fields, and no second cleaning changes it. */
  function isClean(fact: PageFact): void {
    expect(JSON.stringify(PageFact.parse(fact))).toBe(JSON.stringify(fact));
    const { id, code = [], ...record } = fact.record;
    expect(recordOf(record as Draft)).toEqual({ record: { id, ...record } });
    for (const { url } of code) expect(cleanUrl(url)).toBe(url);
  }

  it('nothing throws, and what is said is clean', () => {
    fc.assert(
      fc.property(pages, ({ url, ...here }) => {
        const found = factsOfPage(pageContext(url, undefined, [site]), here);
        for (const fact of [found.pagePaper, ...found.rows.values()]) if (fact !== null) isClean(fact);
      }),
      { numRuns: 600 },
    );
  });

  it('so is what an entry of a reference list says', () => {
    let read = 0;
    fc.assert(
      fc.property(text, fc.nat({ max: 9 }), (odd, at) => {
        const words = ['A. Lovelace and B. van der Berg.', ...TITLE.split(' ')];
        const entry = `${words.slice(0, at).join(' ')} ${odd} ${words.slice(at).join(' ')}. Annals of Tests 3, 2021.`;
        const facts = factsOfReferences(
          { blocks: [{ text: entry, kind: 'reference', spans: [] }] },
          new Map(),
          'Tests',
        );
        for (const fact of facts.values()) {
          isClean(fact);
          read += 1;
        }
      }),
      { numRuns: 600 },
    );
    expect(read).toBeGreaterThan(50);
  });
});
