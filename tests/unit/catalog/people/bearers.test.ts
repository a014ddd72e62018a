// Whose works a name finds, in whatever way it is written.
import { describe, expect, it } from 'vitest';
import { Lookup } from '../../../../lib/catalog/lookup.ts';
import { worksUnder } from '../../../../lib/catalog/people/bearers.ts';
import { findPerson } from '../../../../lib/catalog/people/person-lookup.ts';
import { namePerson } from '../../../../lib/paper/names/person-id.ts';
import { titleOf } from '../../../../lib/paper/schema.ts';
import { packOfRecords, record } from '../../../fixtures/packs.ts';

const papers = [
  record({ title: 'Written Out in Full', authors: ['Yoshua Bengio', 'Ada Quillfeather'], year: 2019 }),
  record({ title: 'With an Initial Only', authors: ['Y. Bengio', 'Ada Quillfeather'], year: 2020 }),
  record({ title: 'By a Brother of His', authors: ['Samy Bengio', 'Ada Quillfeather'], year: 2020 }),
  record({ title: 'In One Word Together', authors: ['Yifan Zhu'], year: 2020 }),
  record({ title: 'In Two With a Hyphen', authors: ['Yi-Fan Zhu'], year: 2020 }),
];
const lookup = async (): Promise<Lookup> => new Lookup([await packOfRecords('dump', papers)]);

describe('works under a name', () => {
  it.each([
    { name: 'Yoshua Bengio', finds: ['With an Initial Only', 'Written Out in Full'] },
    { name: 'Y. Bengio', finds: ['With an Initial Only', 'Written Out in Full'] },
    { name: 'Yi-Fan Zhu', finds: ['In One Word Together', 'In Two With a Hyphen'] },
    { name: 'Samy Bengio', finds: ['By a Brother of His'] },
  ])('$name', async ({ name, finds }) => {
    const found = await worksUnder(await lookup(), [name]);
    expect(found.papers.map(({ paper }) => titleOf(paper)).toSorted()).toEqual(finds);
    expect(found.unread).toBe(0);
  });

  it('an initial is theirs by a co-author in common, with the reason', async () => {
    const found = await findPerson(await lookup(), namePerson('Yoshua Bengio'), papers[0]?.id ?? '');
    expect(found?.theirs.map(titleOf).toSorted()).toEqual(['With an Initial Only', 'Written Out in Full']);
    expect(found?.why.get(papers[1]?.id ?? '')).toContainEqual(
      expect.objectContaining({ kind: 'coauthors', names: ['Ada Quillfeather'] }),
    );
  });
});
