// What the page script says of itself: to the popup, and to the tool that debugs a site's layout.
import type { Account } from './account.ts';
import type { Pen } from './desk.ts';
import type { Marks } from './marks.ts';
import type { PageReport } from './protocol.ts';

export function reportOf(
  marks: Marks,
  pen: Pen | null,
  account: Account,
  rest: Pick<PageReport, 'settled' | 'blocksAsked' | 'adapter' | 'listing'>,
): PageReport {
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
    const { subject, text } = mark;
    if (subject.kind === 'person') {
      const { mentions = 0 } = people.get(subject.person) ?? {};
      people.set(subject.person, { id: subject.person, name: subject.name, mentions: mentions + 1 });
      continue;
    }
    const rect = pen?.rect(mark) ?? null;
    const { via, confidence } = subject;
    for (const id of subject.papers) note(id, { text, via, confidence, visible: rect !== null, rect });
  }
  return {
    url: location.href,
    papers: [...papers.values()],
    people: [...people.values()],
    ...rest,
    cost: account.cost(),
  };
}
