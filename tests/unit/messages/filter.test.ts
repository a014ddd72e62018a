import { describe, expect, it } from 'vitest';
import { listingOf, noFilter, rowFits } from '../../../lib/messages/filter.ts';
import { labelOf, iconsOf } from '../../../lib/page/draw/pill.ts';
import type { Filter, PaperMark } from '../../../lib/messages/page-protocol.ts';

const paper = (facts: Partial<PaperMark>): PaperMark => ({
  id: 'p',
  title: 'T',
  arxivId: null,
  doi: null,
  code: false,
  summary: false,
  status: null,
  followed: null,
  ...facts,
});
const on = (...names: (keyof Filter)[]): Filter => ({
  ...noFilter,
  ...Object.fromEntries(names.map((name) => [name, true])),
});
const ada = { name: 'Ada', sure: true };

describe('a filter', () => {
  it.each<[string, Partial<PaperMark>[], Filter, boolean]>([
    ['nothing chosen shows all', [{}], noFilter, true],
    ['code', [{ code: true }], on('code'), true],
    ['no code', [{ status: 'read' }], on('code'), false],
    ['what is being read is not read', [{ status: 'reading' }], on('unread'), true],
    ['read', [{ status: 'read' }], on('unread'), false],
    ['may be by somebody followed', [{ followed: { ...ada, sure: false } }], on('followed'), true],
    ['all that is chosen must hold', [{ code: true, status: 'read' }], on('code', 'unread'), false],
    ['of one paper, not of two of one title', [{ code: true }, { followed: ada }], on('code', 'followed'), false],
    ['one of several papers is enough', [{}, { code: true }], on('code'), true],
    ['a row of an unknown paper', [], on('unread'), false],
  ])('%s', (_, papers, filter, fits) => {
    expect(rowFits(papers.map(paper), filter)).toBe(fits);
  });

  it('counts what each choice alone would leave', () => {
    const rows = [[paper({ code: true })], [paper({ code: true, status: 'read' })], [paper({ followed: ada })]];
    expect(listingOf(rows, on('unread'))).toEqual({ rows: 3, code: 2, followed: 1, unread: 2, filter: on('unread') });
    expect(listingOf([], noFilter)).toBeNull();
  });
});

it('a pill says who is followed, and whether that is sure', () => {
  const sure = paper({ code: true, status: 'read', followed: ada });
  expect(iconsOf([sure])).toEqual(['code', 'read', 'followed']);
  expect(labelOf('T', iconsOf([sure]), 'Ada')).toBe('Byline: T; code; read; by Ada, whom you follow');
  const maybe = paper({ followed: { name: 'Wei $& Wang', sure: false } });
  expect(iconsOf([maybe])).toEqual(['maybe']);
  expect(labelOf('T', iconsOf([maybe]), 'Wei $& Wang')).toBe('Byline: T; may be by Wei $& Wang');
  expect(iconsOf([maybe, sure])).toEqual(['several', 'code', 'read', 'followed']);
});
