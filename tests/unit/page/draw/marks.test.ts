import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dark, light, luminance, parseColour } from '../../../../lib/page/draw/mark-colours.ts';
import { stretchesOf } from '../../../../lib/page/draw/marks.ts';
import type { Mark } from '../../../../lib/page/draw/marks.ts';
import { adds, hasSlot, iconsOf, pillIcons } from '../../../../lib/page/draw/pill.ts';
import { isTitled } from '../../../../lib/page/draw/placing.ts';
import type { PaperMark } from '../../../../lib/messages/page-protocol.ts';
import { stepFrom } from '../../../../lib/page/act/navigation.ts';
import type { PageBlock } from '../../../../lib/page/read/walk.ts';

/** Only the length of a node is read. */
const node = (text: string): Text => ({ data: text, length: text.length }) as unknown as Text;

describe('from a block back to its nodes', () => {
  it('gives exactly the text that was found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.nat(3)), { minLength: 1, maxLength: 8 }),
        fc.nat(60),
        fc.nat(60),
        (parts, start, length) => {
          let text = '';
          const pieces = parts.map(([part, gap]) => {
            text += ' '.repeat(gap);
            const at = text.length;
            text += part;
            return { node: node(part), at, from: 0, length: part.length };
          });
          const found = stretchesOf(pieces, start, length);
          const joined = found.map((one) => one.node.data.slice(one.start, one.end)).join('');
          // Spaces between nodes belong to none.
          let expected = '';
          for (const { node: its, at } of pieces)
            expected += its.data.slice(Math.max(0, start - at), Math.max(0, Math.min(its.length, start + length - at)));
          expect(joined).toBe(expected);
          expect(found.every((one) => one.start < one.end)).toBe(true);
        },
      ),
    );
  });
});

describe('where a pill may stand', () => {
  const block = (kind: PageBlock['kind'], text: string, spans: PageBlock['spans'] = []) =>
    ({ kind, text, spans }) as unknown as PageBlock;
  const title = 'Does Label Smoothing Mitigate Label Noise?';
  const link = { start: 0, end: title.length, kind: 'link' as const };
  it.each([
    ['a heading', block('heading', `${title} and more words beside it`), true],
    ['a title of a row', block('title', title), true],
    ['a cell that is the title', block('cell', `  ${title}  `), true],
    [
      'a list item that begins with the linked title',
      block('item', `${title}, M. Lukasik and others, ICML, 2020, pp. 1-20`, [link]),
      true,
    ],
    [
      'a line of its own between breaks',
      block('text', `${title}.\nM. Lukasik, S. Bhojanapalli\nICML, 2020. pdf`),
      true,
    ],
    [
      'a line among other words, between breaks',
      block('text', `Selected papers\nIn ${title}, a paper of 2020 with three other authors, we ask\nwhat it does`),
      false,
    ],
    [
      'running text',
      block('text', `${title} was the question that they asked, and the answer was not simple`, [link]),
      false,
    ],
    [
      'a reference',
      block('reference', `${title} In ICML, 2020. Proceedings of the 37th Conference on Machine Learning`),
      false,
    ],
  ])('%s', (_what, where, expected) => {
    const mark = { block: where, start: where.text.indexOf('Does'), text: title, subject: { kind: 'papers' } };
    expect(isTitled(mark as unknown as Mark)).toBe(expected);
  });
});

describe('what a pill shows', () => {
  const paper: PaperMark = {
    id: 'p',
    title: 'T',
    arxivId: null,
    doi: null,
    code: false,
    summary: false,
    status: null,
    followed: null,
  };
  it.each([
    ['only Byline’s sign where nothing is known', [paper], ['byline']],
    ['code', [{ ...paper, code: true }], ['code']],
    ['code, then the list', [{ ...paper, code: true, status: 'to-read' as const }], ['code', 'to-read']],
    ['that it was read', [{ ...paper, status: 'read' as const }], ['read']],
    ['several papers of one title', [paper, { ...paper, id: 'q' }], ['several']],
  ])('%s', (_what, papers, icons) => {
    expect(iconsOf(papers)).toEqual(icons);
  });

  it.each([
    ['nothing is known', paper, false],
    ['there is code', { ...paper, code: true }, true],
    ['it is on the list', { ...paper, status: 'to-read' as const }, true],
    ['an author is followed', { ...paper, followed: { name: 'Ada', sure: false } }, true],
    ['there is a summary', { ...paper, summary: true }, true],
  ])('only on hover unless it adds something: %s', (_what, known, isDrawn) => {
    expect(adds({ subject: { kind: 'papers', papers: ['p'], via: 'title', confidence: 1 } }, [known])).toBe(isDrawn);
  });

  it.each([
    ['Ada Example', true],
    ['Ada  Example', true],
    ['Bob Example', false],
  ])('the name of somebody followed, always, and other names on hover: %s', (name, isDrawn) => {
    const followed = { ...paper, followed: { name: 'Ada Example', sure: true } };
    expect(adds({ subject: { kind: 'person', person: 'n-1', name, paper: 'p' } }, [followed])).toBe(isDrawn);
  });

  const mark = (titled: boolean, cited: boolean, via: 'page' | 'title') =>
    ({
      block: { kind: titled ? 'title' : 'text', text: 'We follow T in all that comes.', spans: [] },
      start: 10,
      text: 'T',
      cited,
      subject: { kind: 'papers', papers: ['p'], via, confidence: 1 },
    }) as unknown as Mark;
  it.each([
    ['a row of a listing that only the page knows', mark(true, false, 'page'), paper, ['byline']],
    ['a reference that only the page knows', mark(true, true, 'page'), paper, []],
    [
      'a reference that only the page knows, on the list',
      mark(false, true, 'page'),
      { ...paper, status: 'read' as const },
      ['read'],
    ],
    ['a reference that a pack knows', mark(false, true, 'title'), paper, ['byline']],
  ])('%s', (_what, one, known, icons) => {
    expect([hasSlot(one), pillIcons(one, [known])]).toEqual([true, icons]);
  });

  it('nothing in running text', () => {
    expect(hasSlot(mark(false, false, 'title'))).toBe(false);
  });
});

describe('steps from mark to mark', () => {
  const tops = [-300, -20, 100, 500, 1500];
  it.each([
    ['forward begins at the first in view', -1, 1, 2],
    ['backward begins at the last in view', -1, -1, 3],
    ['on', 2, 1, 3],
    ['round at the end', 4, 1, 0],
    ['round at the beginning', 0, -1, 4],
    ['the nearest to the middle', -1, 0, 3],
    ['the one it is on', 1, 0, 1],
  ] as const)('%s', (_what, current, by, expected) => {
    expect(stepFrom(current, by, tops, 900)).toBe(expected);
  });

  it('leads nowhere without marks', () => {
    expect(stepFrom(-1, 1, [], 900)).toBe(-1);
  });
});

describe('colours', () => {
  it('reads the colours that browsers compute', () => {
    expect(parseColour('rgb(17, 17, 17)')).toEqual([17, 17, 17, 1]);
    expect(parseColour('rgba(0, 0, 0, 0)')).toEqual([0, 0, 0, 0]);
    expect(parseColour('color(srgb 1 1 1)')).toBeNull();
    expect(luminance([255, 255, 255, 1])).toBeCloseTo(1);
    expect(luminance([17, 17, 17, 1])).toBeLessThan(0.01);
  });

  const tokens = 'components/ui/tokens.css';
  it.skipIf(!existsSync(tokens))('is the palette of the interface', () => {
    const css = readFileSync(tokens, 'utf8');
    const names = {
      rule: 'rule',
      line: 'rule-strong',
      people: 'people',
      paper: 'paper-raised',
      code: 'code',
      saved: 'saved',
      accent: 'accent',
    } as const;
    for (const [key, name] of Object.entries(names)) {
      const [, day, night] = new RegExp(`--${name}:\\s*light-dark\\((#\\w+),\\s*(#\\w+)\\)`, 'u').exec(css) ?? [];
      const its = key as keyof typeof names;
      expect([its, light[its], dark[its]]).toEqual([its, day, night]);
    }
  });
});
