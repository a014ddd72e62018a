// What readers take beside title and names: ids of authors, topics, works that a paper cites, words of abstracts.
import { expect, it } from 'vitest';
import { openAs } from '../../../../lib/packs/readers/index.ts';
import { abstracts, dblpXml, note, sourceOf, work } from './fixtures.ts';

const full = {
  ...work,
  authorships: [
    {
      author: {
        id: 'https://openalex.org/A11',
        display_name: 'Jane Doe',
        orcid: 'https://orcid.org/0000-0002-1825-0097',
      },
    },
    { author: { id: 'https://openalex.org/A12', display_name: 'Bo Reed', orcid: null } },
    { raw_author_name: 'Ida Vale' },
  ],
  topics: [{ display_name: 'Bacterial Growth' }, { display_name: 'Media' }],
  referenced_works: ['https://openalex.org/W2', 'https://openalex.org/W30', 'https://example.org/W4'],
  abstract_inverted_index: { We: [0], fold: [1, 4], lanterns: [2], and: [3], Growth: [5] },
};

it.each<[kind: string, content: string, record: object, beside: object]>([
  [
    'openalex',
    `${JSON.stringify(full)}\n`,
    {
      authorIds: ['orcid:0000-0002-1825-0097', 'openalex:a12', null],
      topics: ['Bacterial Growth', 'Media'],
      otherIds: ['openalex:w1'],
    },
    // Without "growth": the title has it.
    { words: ['fold', 'lantern'], references: ['openalex:w2', 'openalex:w30'] },
  ],
  [
    'papers-with-code',
    JSON.stringify([{ ...abstracts[0], abstract: 'We fold lanterns.', tasks: ['Machine Translation'] }]),
    { topics: ['Machine Translation'] },
    { words: ['fold', 'lantern'] },
  ],
  [
    'openreview',
    JSON.stringify({ notes: [note] }),
    {
      title: 'Folding Rivers on Graphs',
      // Not what is no profile: an address of mail.
      authorIds: ['openreview:~Wei_Wang12', null, 'openreview:~Ida_Vale1'],
      year: 2024,
      venue: 'ICLR 2024',
      topics: ['Graph Learning', 'rivers'],
      links: ['https://openreview.net/forum?id=aB3dE5fG7h'],
    },
    { words: ['along', 'fold', 'lantern'] },
  ],
  ['dblp', dblpXml, { authors: ['Jürgen Müller', 'Anna Åberg'], authorIds: ['dblp:Jürgen Müller 0002', null] }, {}],
])('%s: what is known of authors, subject and references', async (kind, content, record, beside) => {
  const rows = [];
  for await (const batch of (await openAs(kind, sourceOf(content))).rows()) rows.push(...batch.rows);
  expect(rows[0]).toMatchObject({ record, ...beside });
  expect(rows[0]).not.toHaveProperty('abstract');
});
