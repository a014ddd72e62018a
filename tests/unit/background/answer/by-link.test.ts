import { describe, expect, it } from 'vitest';
import { withLinks } from '../../../../lib/background/answer/by-link.ts';
import type { Mention } from '../../../../lib/messages/page-protocol.ts';

const title = 'Are Transformers universal approximators of sequence-to-sequence functions?';

/** Whether a mention that is all of a block's text is a link by its identifier. */
function isByLink(text: string, via: Mention['via'], named = title): boolean {
  const mention = { block: 0, start: 1, length: text.length, papers: ['p'], via, confidence: 1 };
  const blocks = [{ text: `[${text}]`, kind: 'text' as const, spans: [] }];
  return withLinks([mention], { blocks }, [{ id: 'p', title: named }])[0]?.byLink === true;
}

describe('a link by identifier', () => {
  it.each([
    ['Are transformers universal approximators of sequence-to-sequence functions', false],
    ['Are Transformers universal approximators of sequence', false],
    ['pdf', true],
    ['arXiv:1912.10077', true],
    ['functions', true],
  ])('%s', (text, expected) => {
    expect(isByLink(text, 'arxiv')).toBe(expected);
    expect(isByLink(text, 'doi')).toBe(expected);
    expect(isByLink(text, 'title')).toBe(false);
  });

  it('is one where no title is known', () => {
    expect(isByLink(title, 'arxiv', '')).toBe(true);
  });
});
