// Which names of bylines are of people with other works: by what the packs' tables of names say, and by the reader.
import { describe, expect, it } from 'vitest';
import { Lookup } from '../../../../lib/catalog/lookup.ts';
import { otherWorksOf } from '../../../../lib/catalog/people/other-works.ts';
import { notTheirs, theirs, type Decision } from '../../../../lib/identity/decisions.ts';
import { namePerson } from '../../../../lib/paper/names/person-id.ts';
import type { PaperRecord } from '../../../../lib/paper/record.ts';
import { packOfRecords, record } from '../../../fixtures/packs.ts';

const id = (number: number): string => `2001.0000${number}`;
const work = (number: number, title: string, ...authors: string[]): PaperRecord =>
  record({ title, authors, year: 2020, arxivId: id(number) });
const asked = work(1, 'Learning to Read Pages', 'Odalys Quillfeather', 'Wei Wang', 'Li Zhang', 'S. Nightjar');

/** The names of `asked` whose bearers have other works. */
async function knownBeside(packs: readonly PaperRecord[][], decisions: readonly Decision[] = []): Promise<string[]> {
  const lookup = new Lookup(await Promise.all(packs.map((records, at) => packOfRecords(`pack-${at}`, records))));
  const paper = `arxiv:${id(1)}`;
  const byline = (await lookup.papers([paper], false)).get(paper);
  if (byline === undefined) throw new Error('the paper is in no pack');
  const found = await otherWorksOf(lookup, [byline], await lookup.people(), decisions);
  const known = found.get(paper)?.known;
  return byline.paper.authors.flatMap(({ name, person }) => (known?.has(person) === true ? [name] : []));
}
const bearer = (number: number, name: string): { paper: string; person: string } => ({
  paper: `arxiv:${id(number)}`,
  person: namePerson(name),
});

describe('a name has other works', () => {
  it.each<[string, PaperRecord[], string[]]>([
    ['in none', [], []],
    ['under a name that few have', [work(2, 'Another', 'Odalys Quillfeather', 'Ada Example')], ['Odalys Quillfeather']],
    ['under a name that many have', [work(2, 'Another', 'Wei Wang', 'Ada Example')], []],
    ['under an initial', [work(2, 'Another', 'S. Nightjar')], []],
    ['with a co-author of this one', [work(2, 'Another', 'Wei Wang', 'S. Nightjar')], ['Wei Wang', 'S. Nightjar']],
    [
      'by all of them, under another title',
      [work(2, 'Another', ...(asked.authors ?? []))],
      ['Odalys Quillfeather', 'Wei Wang', 'Li Zhang', 'S. Nightjar'],
    ],
  ])('%s', async (_, others, expected) => {
    expect(await knownBeside([[asked, ...others]])).toEqual(expected);
  });

  it('and the same paper in another pack, without its identifier, is no other work', async () => {
    const copy = record({ title: 'Learning to read pages', authors: asked.authors ?? [], year: 2021 });
    expect(await knownBeside([[asked], [copy]])).toEqual([]);
  });

  it('what the reader said is not theirs is none of theirs, and what is, is', async () => {
    const packs = [[asked, work(2, 'Another', 'Odalys Quillfeather'), work(3, 'Third', 'Wei Wang')]];
    const denied = (name: string, other: number): Decision => notTheirs([bearer(other, name)], [bearer(1, name)], 1);
    expect(await knownBeside(packs, [denied('Odalys Quillfeather', 2)])).toEqual([]);
    // Said from the other work's side.
    const from = notTheirs([bearer(1, 'Odalys Quillfeather')], [bearer(2, 'Odalys Quillfeather')], 1);
    expect(await knownBeside(packs, [from])).toEqual([]);
    const said = theirs([bearer(3, 'Wei Wang')], [bearer(1, 'Wei Wang')], 1);
    expect(await knownBeside(packs, [said])).toEqual(['Odalys Quillfeather', 'Wei Wang']);
    // Of two the later holds; and a work that is in no pack any more is none.
    expect(await knownBeside(packs, [said, { ...denied('Wei Wang', 3), at: 2 }])).toEqual(['Odalys Quillfeather']);
    expect(await knownBeside([[asked]], [said])).toEqual([]);
  });
});
