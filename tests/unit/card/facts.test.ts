import { describe, expect, it, vi } from 'vitest';
import { Facts, withFollow, withStatus, type Ask } from '../../../components/card/card-data.ts';
import { paper, person } from '../../fixtures/card/samples.ts';

function worker(): { facts: Facts; asked: string[]; fail: () => void } {
  const asked: string[] = [];
  let failing = false;
  const ask = ((name: string) => {
    asked.push(name);
    if (failing) {
      failing = false;
      return Promise.reject(new Error('not now'));
    }
    return Promise.resolve(name === 'card.paper' ? paper : person);
  }) as Ask;
  return { facts: new Facts(ask), asked, fail: () => (failing = true) };
}

describe('what the worker said', () => {
  it('is asked once for a card that was prefetched and is known at its first paint', async () => {
    const { facts, asked } = worker();
    void facts.paper('a');
    await facts.paper('a');
    expect(asked).toEqual(['card.paper']);
    expect(facts.knownPaper('a')).toBe(paper);
    expect(facts.knownPaper('b')).toBeNull();
  });

  it('is asked again after a refusal', async () => {
    const { facts, asked, fail } = worker();
    fail();
    await expect(facts.paper('a')).rejects.toThrow('not now');
    await expect(facts.paper('a')).resolves.toBe(paper);
    expect(asked).toHaveLength(2);
  });

  it('is asked again when it is old', async () => {
    vi.useFakeTimers();
    try {
      const { facts, asked } = worker();
      await facts.paper('a');
      vi.advanceTimersByTime(31_000);
      await facts.paper('a');
      expect(asked).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('follows a status that changed elsewhere', async () => {
    const { facts } = worker();
    const heard: unknown[] = [];
    const stop = facts.onStatus((id, status) => heard.push([id, status]));
    await facts.paper('a');
    facts.statusChanged('a', 'read');
    expect(facts.knownPaper('a')).toMatchObject({ status: 'read' });
    stop();
    facts.statusChanged('a', null);
    expect(heard).toEqual([['a', 'read']]);
  });
});

it('a paper that was taken off the list is on it since never', () => {
  expect(withStatus(paper, null)).toMatchObject({ status: null, statusSince: null });
  expect(withStatus(paper, 'reading').statusSince).toBe(paper.statusSince);
});

it('an author who may be somebody followed is that one once the reader says so, and nobody once they say no', () => {
  const [first, ...others] = paper.authors;
  if (first === undefined) throw new Error('the sample has no author');
  const view = { ...paper, authors: [{ ...first, followed: { name: 'A. Namesake', sure: false } }, ...others] };
  const after = (followed: boolean) => withFollow(view, first.person, followed).authors[0]?.followed;
  expect(after(true)).toEqual({ name: first.name, sure: true });
  expect(after(false)).toBeNull();
  expect(withFollow(view, 'somebody-else', true)).toBe(view);
});
