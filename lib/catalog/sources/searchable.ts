// A source of few papers with words of its own, so that it is searched like a pack.
import { wordsOfRecord, type WordRow } from '../../packs/tables/words.ts';
import type { PaperSource } from './paper-source.ts';

type Words = Required<Pick<PaperSource, 'words'>>;

/** The source itself, which can be searched then; its records are read at the first question. */
export function searchable<S extends PaperSource>(source: S): S & Words {
  let reading: Promise<readonly WordRow[]> | null = null;
  const read = async (): Promise<readonly WordRow[]> => {
    const papers = new Map<string, number[]>();
    const all = Array.from({ length: source.info.sizes.papers ?? 0 }, (_, ordinal) => ordinal);
    for (const [ordinal, record] of await source.records(all))
      for (const word of wordsOfRecord(record)) {
        const having = papers.get(word);
        if (having === undefined) papers.set(word, [ordinal]);
        else having.push(ordinal);
      }
    return [...papers]
      .map(([word, ordinals]): WordRow => ({
        word,
        count: ordinals.length,
        ordinals: (limit) => ordinals.slice(0, limit),
      }))
      .toSorted((a, b) => (a.word < b.word ? -1 : 1));
  };
  return Object.assign(source, {
    async words(start: string, exact: boolean): Promise<readonly WordRow[]> {
      reading ??= read();
      return (await reading).filter(({ word }) => (exact ? word === start : word.startsWith(start)));
    },
  });
}
