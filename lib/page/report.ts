// All that the page script found, with the place of each mark: for the tool that debugs a site's layout, and for tests.
import { Account } from './cost-meter.ts';
import type { Pen } from './bridge.ts';
import type { Marks } from './draw/marks.ts';
import type { PageReport } from '../messages/page-protocol.ts';
import { Sight } from './read/visibility.ts';

export type PageState = Pick<PageReport, 'settled' | 'blocksAsked' | 'adapter' | 'listing'>;

/**
 * In slices, since a page may have thousands of marks and each is measured. Not counted to the page's account: whoever
 * asks, asks at the reader's wish. `state`: as it is at the end. Null once all has ended.
 */
export function reportOf(
  marks: Marks,
  pen: Pen | null,
  account: Account,
  state: () => PageState,
  end: AbortSignal,
): Promise<PageReport | null> {
  let sight = new Sight();
  const steps = function* (): Generator<null, PageReport> {
    const papers = new Map<string, PageReport['papers'][number]>();
    const people = new Map<string, PageReport['people'][number]>();
    const note = (id: string, mention: PageReport['papers'][number]['mentions'][number]): void => {
      const paper = marks.papers.get(id);
      if (paper === undefined) return;
      const entry = papers.get(id) ?? { ...paper, mentions: [] };
      entry.mentions.push(mention);
      papers.set(id, entry);
    };
    for (const { paper, via } of marks.own) note(paper, { text: '', via, confidence: 1, visible: false, rect: null });
    for (const mark of marks.shown()) {
      const { subject, text, element } = mark;
      if (subject.kind === 'person') {
        const { person: id, name } = subject;
        people.set(id, { id, name, mentions: (people.get(id)?.mentions ?? 0) + 1 });
        continue;
      }
      const rect = pen?.rect(mark, sight.closedRound(element)) ?? null;
      const { via, confidence } = subject;
      for (const id of subject.papers) note(id, { text, via, confidence, visible: rect !== null, rect });
      yield null;
    }
    return {
      url: location.href,
      papers: [...papers.values()],
      people: [...people.values()],
      ...state(),
      cost: account.cost(),
    };
  };
  return new Account().inSlices(steps(), () => {
    // The page may change between two slices.
    sight = new Sight(sight);
    return !end.aborted;
  });
}
