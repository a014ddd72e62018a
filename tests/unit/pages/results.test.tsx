// What the popup says of a search before there is an answer.
import '../../fixtures/fake-browser.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Results } from '../../../components/popup/results.tsx';

const said = (isSlow: boolean): string =>
  renderToStaticMarkup(
    <Results
      found={null}
      isSlow={isSlow}
      onPaper={() => undefined}
      onPerson={() => undefined}
      onMore={() => undefined}
      onQuery={() => undefined}
    />,
  );

it('a search that takes long is said to be under way, one that does not is not', () => {
  expect(said(true)).toContain('Searching…');
  expect(said(false)).not.toContain('Searching…');
});
