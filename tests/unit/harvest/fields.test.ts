import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { estimate, fieldGroups } from '../../../lib/harvest/fields.ts';
import { aliases, categoriesOfSets, categoryOf, SET, setOf, setsToAsk } from '../../../lib/harvest/sets.ts';
import { root } from '../../../tools/project.ts';

const all = fieldGroups.flatMap(({ categories }) => categories);
const listSets = join(root, '../shared/services/arxiv-oai/rendered/listsets.xml');

describe('fields of arXiv', () => {
  it('are in one group each, with a name and a set', () => {
    expect(fieldGroups.length).toBeGreaterThanOrEqual(20);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(fieldGroups.map(({ id }) => id)).size).toBe(fieldGroups.length);
    for (const { id, name, set, yearly } of all) {
      expect(name.length, id).toBeGreaterThan(3);
      expect(set).toMatch(SET);
      expect(categoryOf(set)).toBe(id);
      expect(yearly, id).toBeGreaterThan(0);
    }
  });

  it('have sets of three levels, or of two where an archive has no classes', () => {
    expect(['cs.LG', 'hep-th', 'astro-ph.GA', 'physics.optics', 'q-bio.NC', 'math-ph'].map(setOf)).toEqual([
      'cs:cs:LG',
      'physics:hep-th',
      'physics:astro-ph:GA',
      'physics:physics:optics',
      'q-bio:q-bio:NC',
      'physics:math-ph',
    ]);
  });

  it('that are two names of one are asked for once, and a paper belongs by both names', () => {
    for (const [main, other] of aliases) {
      expect(setsToAsk([other, main])).toEqual([main]);
      expect(categoriesOfSets([other])).toEqual([categoryOf(main), categoryOf(other)]);
      expect(estimate([main, other], '12-months')).toEqual(estimate([main], '12-months'));
    }
  });

  it.skipIf(!existsSync(listSets))('are all that arXiv lists', () => {
    const sets = [...readFileSync(listSets, 'utf8').matchAll(/<setSpec>([^<]+)</g)].map(([, set = '']) => set);
    // A group, or an archive with classes, is no category.
    const categories = sets.filter((set) => !sets.some((other) => other.startsWith(`${set}:`)));
    expect(all.map(({ set }) => set).toSorted()).toEqual([...new Set(categories)].toSorted());
  });
});

describe('what a choice brings', () => {
  const learning = [setOf('cs.LG')];

  it('grows with the span and with every field, and nothing is nothing', () => {
    const [year, three, whole] = (['12-months', '3-years', 'all'] as const).map(
      (span) => estimate(learning, span).papers,
    );
    expect(year).toBe(60_000);
    expect(three).toBeGreaterThan(year ?? 0);
    expect(whole).toBeGreaterThan(three ?? 0);
    const both = estimate([...learning, setOf('cs.CL')], '12-months').papers;
    // Fields share papers.
    expect(both).toBeGreaterThan(60_000);
    expect(both).toBeLessThan(92_000);
    expect(estimate([], 'all')).toEqual({ papers: 0, megabytes: 0, minutes: 0 });
  });

  it('takes some minutes and megabytes', () => {
    expect(estimate(learning, '12-months')).toMatchObject({ megabytes: 31 });
    const { minutes } = estimate(learning, '12-months');
    expect(minutes).toBeGreaterThan(5);
    expect(minutes).toBeLessThan(60);
  });
});
