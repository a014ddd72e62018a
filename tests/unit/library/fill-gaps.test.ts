import { describe, expect, it } from 'vitest';
import { filled } from '../../../lib/library/fill-gaps.ts';
import type { Row } from '../../../lib/library/rows.ts';
import type { PageFact } from '../../../lib/paper/page-fact.ts';

const savedAs = (title: string): Row => ({
  id: 'arxiv:2001.00001',
  aliases: [],
  record: { id: 'arxiv:2001.00001', title, arxivId: '2001.00001' },
  from: { title: ['Example'] },
  abstract: null,
  pdf: null,
  site: 'arXiv',
  status: 'to-read',
  addedAt: 1,
  changedAt: 1,
  readAt: null,
});
const page: PageFact = {
  record: { id: 'arxiv:2001.00001', title: 'Herons of Quiet Rivers', arxivId: '2001.00001' },
  abstract: null,
  pdf: null,
  site: 'arXiv',
  from: { title: 'meta' },
};

describe('the title of an entry', () => {
  it('that is only its identifier gives way to the one that its page says', () => {
    expect(filled(savedAs('arXiv:2001.00001'), page)).toMatchObject({
      record: { title: 'Herons of Quiet Rivers' },
      from: { title: ['arXiv'] },
    });
  });

  it('stays as it was saved else', () => {
    expect(filled(savedAs('Herons of quiet Rivers, a draft'), page)).toBeNull();
    const bare = { ...page, record: { ...page.record, title: 'arXiv:2001.00001' } };
    expect(filled(savedAs('arXiv:2001.00001'), bare)).toBeNull();
  });
});
