import { describe, expect, it } from 'vitest';
import { catalogOf, type Paper } from '../../../tools/accuracy/catalog.ts';
import { mistyped, truncated, withoutSubtitle } from '../../../tools/accuracy/changes.ts';
import { chance } from '../../../tools/chance.ts';
import { htmlOf } from '../../../tools/accuracy/sheet.ts';
import { syntheticStrata } from '../../../tools/accuracy/synthetic.ts';

const words = 'adaptive robust sparse convex modeling graphs for transport of colored noise in efficient flows'.split(
  ' ',
);
const random = chance(1);
const papers = Array.from({ length: 60 }, (_, nth): Paper => {
  const title = `Study ${nth}: ${random.shuffled(words).slice(0, 9).join(' ')}`;
  return { id: `p${nth}`, titles: [title], authors: ['Ada Lovelace'], year: 2020, arxivId: null, doi: null };
});

describe('synthetic pages', () => {
  it('are the same at each run', () => {
    const catalog = catalogOf('some', papers, []);
    expect(JSON.stringify(syntheticStrata(catalog))).toBe(JSON.stringify(syntheticStrata(catalog)));
  });

  it('expect nothing for decoys, and what stands on the page for all else', () => {
    const strata = syntheticStrata(catalogOf('some', papers, []));
    const whole = strata.find(({ name }) => name === 'synthetic: whole')?.sheets ?? [];
    expect(whole.flatMap(({ expected }) => expected)).toHaveLength(60);
    for (const { page, expected } of whole) {
      const text = 'blocks' in page ? page.blocks.map((block) => block.text).join('\n') : '';
      for (const { title } of expected) expect(text).toContain(title);
    }
  });

  it('change a title as little as they say', () => {
    const title = 'Spectral clustering of weighted graphs with missing edges';
    for (let seed = 0; seed < 50; seed += 1) {
      const typed = mistyped(title, chance(seed))?.text ?? '';
      expect(Math.abs(typed.length - title.length)).toBeLessThanOrEqual(1);
      expect(typed).not.toBe(title);
      const cut = truncated(title, chance(seed))?.text;
      if (cut !== undefined) expect(title.startsWith(cut.replace(/ ?(?:…|\.{3})$/u, ''))).toBe(true);
    }
    expect(withoutSubtitle('A short name: and what it means to all of us', chance(1))).toBeNull();
  });

  it('become HTML that says no more than the blocks', () => {
    const html = htmlOf('a & b', [
      { text: 'see <T> & more', kind: 'item', spans: [{ start: 4, end: 7, kind: 'link' }] },
    ]);
    expect(html).toContain('<ul><li>see <a href="https://example.org/paper">&#60;T&#62;</a> &#38; more</li></ul>');
  });
});
