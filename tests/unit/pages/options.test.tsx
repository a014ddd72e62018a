// The options page before its settings are known: a browser may take seconds to hand over its policies.
import '../../fixtures/fake-browser.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Options } from '../../../components/options/options.tsx';

it('has each part that its list of parts names, and says that the settings are being read', () => {
  const html = renderToStaticMarkup(<Options />);
  const named = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
  expect(named.length).toBeGreaterThan(5);
  for (const id of named) expect(html).toMatch(new RegExp(`<h2[^>]* id="${id}"|<h2 id="${id}"`, 'u'));
  expect(html).toContain('Reading the settings…');
});
