// A reading list in a browser, for tests that damage, stop and kill: filled by a copy that is read in, told apart by ids.
import { ask } from './byline.ts';
import type { Session } from './session.ts';

export const paperId = (at: number): string => `arxiv:9901.${10_000 + at}`;
export const titleOf = (at: number): string => `On the Quiet Rivers of Number ${at}`;

export function copyWith(papers: number): string {
  const works = Array.from({ length: papers }, (_, at) => ({
    id: paperId(at),
    aliases: [],
    record: { id: paperId(at), title: titleOf(at), authors: ['Ada Example'], year: 2020 },
    from: { title: ['arXiv'] },
    abstract: { text: `Rivers are measured, and number ${at} is found to be quiet.`, site: 'arXiv' },
    pdf: null,
    site: 'arXiv',
    status: 'to-read',
    addedAt: at,
    changedAt: at,
    readAt: null,
  }));
  return JSON.stringify({ byline: 'copy', format: 1, made: '2026-11-29T00:00:00Z', works, follows: [], settings: {} });
}

export async function fillLibrary(session: Session, papers: number): Promise<void> {
  await ask(session, 'data.restore', { text: copyWith(papers), how: 'merge' });
}

/** The list as the reader's copy of it has it: statuses by id. */
export async function statusesIn(session: Session): Promise<Map<string, string>> {
  const { text } = await ask(session, 'data.copy', {});
  const { works } = JSON.parse(text) as { works: { id: string; status: string }[] };
  return new Map(works.map(({ id, status }) => [id, status]));
}
