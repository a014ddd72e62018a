// The list of followed people, as the popup words it.
import '../../fixtures/fake-browser.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FollowedSection } from '../../../components/reading-list/followed.tsx';
import type { Follow } from '../../../lib/library/schema.ts';

const names = ['Ada Example', 'Bo Example', 'Cy Example', 'Di Example'];
const people = names.map((name) => ({
  id: name.toLowerCase().replace(' ', '-'),
  name,
  paper: null,
  since: Date.now(),
}));
const kept: Follow = {
  id: 'bo-example',
  name: 'Bo Example',
  variants: [],
  certain: true,
  colleagues: [],
  paper: null,
  since: 1,
};

function says(many: number, { gone = [], fixed = false }: { gone?: readonly Follow[]; fixed?: boolean } = {}): string {
  const follows = {
    people: people.slice(0, many),
    gone: new Map(gone.map((one) => [one.id, one])),
    last: gone[0]?.id ?? null,
    problem: null,
    press: () => undefined,
  };
  return renderToStaticMarkup(<FollowedSection follows={follows} fixed={fixed} onOpen={() => undefined} />);
}

it('who follows nobody sees nothing of it', () => {
  expect(says(0)).toBe('');
});

it('three are shown at first, and how many there are', () => {
  expect(says(3)).toContain('People you follow · 3<');
  expect(says(3)).not.toContain('show more');
  const four = says(4);
  expect(four).toContain('People you follow · 3 of 4');
  expect(four).toContain('show more');
  expect(four).not.toContain('Di Example');
});

it('somebody let go stays with a way back, and that is said', () => {
  const html = says(3, { gone: [kept] });
  expect(html.match(/>Unfollow</gu)).toHaveLength(2);
  expect(html).toContain('aria-label="Undo: follow Bo Example again"');
  expect(html).toContain('no longer followed');
  expect(html).toContain('You no longer follow Bo Example.');
});

it('in a private window nothing is to be changed', () => {
  expect(says(3, { fixed: true })).not.toContain('Unfollow');
});
