// What the popup says where it has no papers to show.
import '../../fixtures/fake-browser.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Header } from '../../../components/popup/header.tsx';
import { PageState } from '../../../components/popup/page-state.tsx';
import type { TabView } from '../../../components/popup/use-tab.ts';

const on = (part: Partial<TabView>): TabView => ({
  host: 'example.org',
  state: 'running',
  always: true,
  managed: false,
  takenBack: false,
  grantable: null,
  places: null,
  listing: null,
  missing: null,
  tooMuch: null,
  rows: [],
  pagePaper: null,
  ...part,
});
const row = {
  id: 'p',
  title: 'A paper',
  titleParts: [],
  authors: [],
  year: null,
  venue: null,
  type: null,
  hasCode: false,
  status: null,
};
const unknown = on({ state: 'ask', always: false, grantable: 'https://example.org/*' });

const says = (view: TabView, privateWindow = false): string =>
  renderToStaticMarkup(<PageState view={view} tab={1} privateWindow={privateWindow} onChanged={() => undefined} />);

it.each([
  ['a paper page without known papers', on({}), 'Byline found no papers on this page.'],
  ['a PDF that the catalog does not have', on({ state: 'pdf' }), 'Byline doesn’t know this PDF'],
  ['a site that was switched off', on({ state: 'off' }), 'Byline is off on example.org.'],
  ['a page of the browser', on({ host: null, state: 'never', always: false }), 'Extensions can’t run on this page'],
  ['any other site', unknown, 'Byline doesn’t run on example.org by default.'],
  [
    'a site of the install that the browser’s settings took back',
    { ...unknown, takenBack: true },
    'Byline isn’t allowed on example.org',
  ],
  ['a page that changes its address all the time', on({ state: 'ask', tooMuch: 'busy' }), 'Byline stopped here.'],
  ['a paper site whose page script is not there yet', on({ state: 'ask' }), 'Byline has not started on this page.'],
])('%s', (_, view, words) => {
  expect(says(view)).toContain(words);
});

it('papers speak for themselves', () => {
  expect(says(on({ rows: [row] }))).toBe('');
  expect(says(on({ state: 'pdf', rows: [row] }))).toBe('');
});

it('another site can be run once, or granted for good', () => {
  expect(says(unknown)).toMatch(/Run here once.*Always on this site/);
});

it('nothing lasting is offered in a private window', () => {
  expect(says(unknown, true)).toContain('Run here once');
  expect(says(unknown, true)).not.toContain('Always on this site');
});

it.each([
  ['where Byline runs', on({}), 'true'],
  ['where it is switched off', on({ state: 'off' }), 'false'],
  ['on a PDF of a paper site', on({ state: 'pdf' }), 'true'],
])('the switch is there %s', (_, view, checked) => {
  const header = renderToStaticMarkup(<Header view={view} onSwitch={() => undefined} />);
  expect(header).toContain(`aria-checked="${checked}"`);
  expect(header).toContain('example.org');
});

it.each([
  ['before the worker has answered', null],
  ['on a page of the browser', on({ host: null, state: 'never', always: false })],
  ['on a site that Byline does not run on', unknown],
])('there is no switch %s', (_, view) => {
  expect(renderToStaticMarkup(<Header view={view} onSwitch={() => undefined} />)).not.toContain('switch"');
});
