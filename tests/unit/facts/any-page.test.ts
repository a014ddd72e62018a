// Whatever a page says, nothing breaks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PageFact } from '../../../lib/paper/page-fact.ts';
import { pageContext } from '../../../lib/facts/page-context.ts';
import { factsOfPage } from '../../../lib/facts/read-page.ts';
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

  test('nothing throws, and what is said parses', () => {
    fc.assert(
      fc.property(pages, ({ url, ...here }) => {
        const found = factsOfPage(pageContext(url, undefined, [site]), here);
        for (const fact of [found.own, ...found.rows.values()])
          if (fact !== null) expect(PageFact.safeParse(fact).error).toBeUndefined();
      }),
      { numRuns: 600 },
    );
  });
});
