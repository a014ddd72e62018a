import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../../../lib/page/draw/marks.ts';
import { OpenBlock, type Setting } from '../../../../lib/page/read/open-block.ts';
import type { PageRows } from '../../../../lib/page/read/rows.ts';

const rows: PageRows = {
  roles: new Map(),
  textNumber: () => 0,
  pageRowText: () => '',
  fieldsOf: () => null,
  pageRow: null,
};
/** The block's element is never looked at. */
const setting = { block: null, kind: 'text', row: 0, markup: [], listed: false, closed: false } as unknown as Setting;
const node = (text: string): Text => ({ data: text, length: text.length }) as unknown as Text;

function joined(texts: readonly string[], setup = setting) {
  const open = new OpenBlock(setup);
  for (const text of texts)
    if (text.trim() === '') open.space();
    else open.add(node(text), text, setup.markup);
  return open.close(rows);
}

describe('joining text nodes', () => {
  it.each([
    ['space between nodes is one', ['A title\t\t ', '  ', '\t of two'], 'A title of two'],
    ['a line that is broken in the source stays broken', ['\n\t\tA title\n\t\t', 'Names'], '\nA title\nNames'],
    ['space inside of a node stays', ['A  title'], 'A  title'],
  ])('%s', (_what, texts, expected) => {
    expect(joined(texts).text.replaceAll(/ +(?= )/gu, (spaces) => (expected.includes(spaces) ? spaces : ''))).toBe(
      expected,
    );
  });

  it('leads back to the same characters, whatever white space was left out', () => {
    const part = fc.tuple(
      fc.stringMatching(/^[ \n\t]{0,4}$/u),
      fc.stringMatching(/^[a-z]{1,6}$/u),
      fc.stringMatching(/^[ \n\t]{0,4}$/u),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(5), (parts, wanted) => {
        const block = joined(parts.map((pieces) => pieces.join('')));
        const word = parts[wanted % parts.length]?.[1] ?? '';
        const start = block.text.indexOf(word);
        const found = stretchesOf(block.pieces, start, word.length);
        expect(found.map((one) => one.node.data.slice(one.start, one.end)).join('')).toBe(word);
      }),
    );
  });

  it('spans cover what is in the markup', () => {
    const link = { ...setting, markup: [{ kind: 'link' as const, href: 'https://arxiv.org/abs/2310.09250' }] };
    const { text, spans } = joined([' A linked ', 'title '], link);
    expect(spans.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['A linked title']);
  });
});
