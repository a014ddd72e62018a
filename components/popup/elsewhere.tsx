// Where to go on from a search: the same without a word, more papers for the catalog, or other people's search. A link
// asks nothing before it is clicked.
import type { JSX } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { count, number, t } from '../../lib/i18n/i18n.ts';

const services = [
  ['arXiv', 'https://arxiv.org/search/?searchtype=all&query='],
  ['Google Scholar', 'https://scholar.google.com/scholar?q='],
  ['Semantic Scholar', 'https://www.semanticscholar.org/search?q='],
] as const;

export function Elsewhere(props: {
  query: string;
  answer: Answer<'catalog.search'>;
  isEmpty: boolean;
  onQuery: (query: string) => void;
}): JSX.Element {
  const { query, answer, isEmpty, onQuery } = props;
  return (
    <section aria-label={t('searchElsewhere')} className="popup-part elsewhere">
      {answer.instead.map(({ query: less, total, isExact }) => (
        <button key={less} type="button" className="b-btn" onClick={() => onQuery(less)}>
          “{less}” · {isExact ? count('popupPapers', total) : t('searchOver', number(total))}
        </button>
      ))}
      {isEmpty && (
        <button
          type="button"
          className="b-btn"
          onClick={() => void browser.tabs.create({ url: `${browser.runtime.getURL('options.html')}#fields` })}
        >
          {t('searchAddPapers')}
        </button>
      )}
      <p>
        {t('searchElsewhere')}{' '}
        {services.map(([name, address]) => (
          <a key={name} href={address + encodeURIComponent(query)} target="_blank" rel="noreferrer">
            {name}
          </a>
        ))}
      </p>
    </section>
  );
}
