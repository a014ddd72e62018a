// What earlier versions stored under keys in which z was s and particles were left out is still found, and nobody else.
import { expect, it } from 'vitest';
import { Lookup } from '../../../../lib/catalog/lookup.ts';
import { findPerson } from '../../../../lib/catalog/people/person-lookup.ts';
import { PackSource } from '../../../../lib/catalog/sources/pack-source.ts';
import { buildPack, earlierPackFormat, memoryShelf } from '../../../../lib/packs/build.ts';
import { writePackFile, loadPackFile } from '../../../../lib/packs/file.ts';
import { encodeHashed } from '../../../../lib/packs/tables/hashed.ts';
import {
  earlierAuthorKey,
  earlierKeysOf,
  earlierNameKey,
  todaysKeysOf,
} from '../../../../lib/paper/names/earlier-key.ts';
import { authorKey } from '../../../../lib/paper/names/name-key.ts';
import { mayMean, namePerson } from '../../../../lib/paper/names/person-id.ts';
import { hashOf } from '../../../../lib/text/string-hash.ts';
import { packFacts, record } from '../../../fixtures/packs.ts';

// These are in libraries and packs: they never change.
it.each([
  ['Ling Zhao', 'shao ling', 'shao l'],
  ['Ling Shao', 'shao ling', 'shao l'],
  ['Zoltán Szabó', 'ssabo soltan', 'ssabo s'],
  ['Ludwig van Beethoven', 'beethoven ludwig', 'beethoven l'],
  ['van der Maaten, L.', 'maaten l', 'maaten l'],
  ['Reddi SJ', 'reddi s', 'reddi s'],
  ['LHCb Collaboration', 'collaboration lhcb', 'collaboration l'],
  ['山田 太郎', '太郎 山田', '太郎 山'],
  ['', '', ''],
])('the earlier keys of %s are %s and %s', (name, author, initial) => {
  expect([earlierAuthorKey(name), earlierNameKey(name)]).toEqual([author, initial]);
});

it.each(['Ling Zhao', 'Ling Shao', 'Jan van der Berg', 'Zoltan Szabo', 'Sue Susz'])(
  'the earlier key of %s leads to the one of today, and back',
  (name) => {
    expect(earlierKeysOf(authorKey(name))).toContain(earlierAuthorKey(name));
    if (!name.includes(' van ')) expect(todaysKeysOf(earlierAuthorKey(name))).toContain(authorKey(name));
    expect(mayMean(`n-${earlierAuthorKey(name).replace(' ', '-')}`, name)).toBe(true);
  },
);

const records = [
  record({ title: 'A paper by Zhao alone', authors: ['Ling Zhao', 'Ada Example'], arxivId: '2001.00001' }),
  record({ title: 'A paper by Shao alone', authors: ['Ling Shao', 'Bo Berg'], arxivId: '2001.00002' }),
  record({ title: 'A paper with a particle', authors: ['Jan van der Berg'], arxivId: '2001.00003' }),
  record({ title: 'A paper without a particle', authors: ['Jan Berg'], arxivId: '2001.00004' }),
];

/** The records as a pack of an earlier version has them. */
async function earlierPack(): Promise<PackSource> {
  const built = await buildPack(packFacts('old'), records);
  const rows = records
    .flatMap(({ authors = [] }, ordinal) =>
      [...new Set(authors.map(earlierAuthorKey))].map((key) => ({ of: hashOf(key), ordinal })),
    )
    .toSorted((a, b) => a.of[0] - b.of[0]);
  const bytes = encodeHashed({
    hashes: Uint32Array.from(rows, ({ of }) => of[0]),
    checks: Uint32Array.from(rows, ({ of }) => of[1]),
    ordinals: Uint32Array.from(rows, ({ ordinal }) => ordinal),
  });
  const pieces = built.pieces.map((piece) => (piece.kind === 'names' ? { ...piece, bytes } : piece));
  const file = writePackFile({ ...built, pieces, format: earlierPackFormat });
  const read = await loadPackFile(new Blob([file]).stream());
  return PackSource.open({ format: read.format, facts: read.facts, sizes: read.sizes, shelf: memoryShelf(read) });
}

it('a pack of an earlier version answers a name with that name alone', async () => {
  const pack = await earlierPack();
  const names = ['Ling Zhao', 'Ling Shao', 'Jan van der Berg', 'Jan Berg', 'Sue Nobody'].map(authorKey);
  const found = await pack.byNames(names);
  expect(names.map((key) => found.get(key) ?? [])).toEqual([[0], [1], [2], [3], []]);
});

it.each(['today', 'earlier'])("Zhao's profile has no work of Shao in packs of %s", async (when) => {
  const pack = when === 'today' ? await packOfToday() : await earlierPack();
  const lookup = new Lookup([pack]);
  const titles = async (id: string, near: string | null): Promise<string[]> => {
    const found = await findPerson(lookup, id, near);
    return [...(found?.theirs ?? []), ...(found?.others ?? [])].map(({ titles: [title] }) => title?.value ?? '');
  };
  expect(await titles(namePerson('Ling Zhao'), null)).toEqual(['A paper by Zhao alone']);
  expect(await titles(namePerson('Ling Shao'), null)).toEqual(['A paper by Shao alone']);
  // A link of an earlier version: both had this id, and the paper says who was meant.
  expect(await titles('n-shao-ling', 'arxiv:2001.00001')).toEqual(['A paper by Zhao alone']);
  expect(await titles('n-shao-ling', 'arxiv:2001.00002')).toEqual(['A paper by Shao alone']);
  expect(await titles('n-berg-jan', 'arxiv:2001.00003')).toEqual(['A paper with a particle']);
});

it('a link of an earlier version finds its person where nobody else has the name', async () => {
  const lookup = new Lookup([await packOfToday(records.slice(0, 1))]);
  expect((await findPerson(lookup, 'n-shao-ling', null))?.person.name).toBe('Ling Zhao');
});

async function packOfToday(some = records): Promise<PackSource> {
  const built = await buildPack(packFacts('new'), some);
  return PackSource.open({ format: built.format, facts: built.facts, sizes: built.sizes, shelf: memoryShelf(built) });
}
