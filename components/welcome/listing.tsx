// A small page to try Byline on: titles and names of real papers, laid out as listings lay them out. The classes
// are what the welcome page's adapter reads (`listingAdapter`), as a site's adapter reads that site.
import type { JSX } from 'react';
import type { PageAdapter } from '../../lib/sites/adapter.ts';
import { t, type MessageKey } from '../../lib/i18n/i18n.ts';

interface Listed {
  arxivId: string;
  title: string;
  authors: readonly string[];
  comment: MessageKey;
}

const listed: readonly Listed[] = [
  {
    arxivId: '1912.10077',
    title: 'Are Transformers universal approximators of sequence-to-sequence functions?',
    authors: ['Chulhee Yun', 'Srinadh Bhojanapalli', 'Ankit Singh Rawat', 'Sashank J. Reddi', 'Sanjiv Kumar'],
    comment: 'welcomeListing1',
  },
  {
    arxivId: '1904.00962',
    title: 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes',
    authors: [
      'Yang You',
      'Jing Li',
      'Sashank Reddi',
      'Jonathan Hseu',
      'Sanjiv Kumar',
      'Srinadh Bhojanapalli',
      'Xiaodan Song',
      'James Demmel',
      'Kurt Keutzer',
      'Cho-Jui Hsieh',
    ],
    comment: 'welcomeListing2',
  },
  {
    arxivId: '2310.05351',
    title: 'Generalized Neural Collapse for a Large Number of Classes',
    authors: ['Jiachen Jiang', 'Jinxin Zhou', 'Peng Wang', 'Qing Qu', 'Dustin G. Mixon', 'Chong You', 'Zhihui Zhu'],
    comment: 'welcomeListing3',
  },
  {
    arxivId: '2007.05084',
    title: 'Attack of the Tails: Yes, You Really Can Backdoor Federated Learning',
    authors: [
      'Hongyi Wang',
      'Kartik Sreenivasan',
      'Shashank Rajput',
      'Harit Vishwakarma',
      'Saurabh Agarwal',
      'Jy-yong Sohn',
      'Kangwook Lee',
      'Dimitris Papailiopoulos',
    ],
    comment: 'welcomeListing4',
  },
];

/** How the page script reads the listing below. */
export const listingAdapter: PageAdapter = {
  id: 'welcome',
  rows: [{ row: '.listed', title: '.listed-title', byline: '.listed-names', names: '.listed-name' }],
};

const inText = ['Adaptive Federated Optimization', 'Low-Rank Bottleneck in Multi-head Attention Models'] as const;

export function Listing(): JSX.Element {
  // The sentence's words are in the reader's language around two titles, which stay as they are.
  const sentence = t('welcomeRunning', '{0}', '{1}').split(/\{([01])\}/);
  return (
    <section aria-labelledby="listing" className="listing">
      <h2 id="listing">{t('welcomeListing')}</h2>
      <div className="sheet">
        <ol lang="en" dir="ltr">
          {listed.map((paper, at) => (
            <li key={paper.arxivId} className="listed">
              <p className="listed-id">
                [{at + 1}] arXiv:{paper.arxivId}
              </p>
              <p className="listed-title">{paper.title}</p>
              <p className="listed-names">
                {paper.authors.map((name, place) => (
                  <span key={name}>
                    {place > 0 && ', '}
                    <span className="listed-name">{name}</span>
                  </span>
                ))}
              </p>
              <p className="listed-comment">{t('welcomeComments', t(paper.comment))}</p>
            </li>
          ))}
        </ol>
        <p className="listed-text">
          {sentence.map((part, at) =>
            at % 2 === 0 ? (
              part
            ) : (
              <cite key={part} lang="en">
                {inText[Number(part)]}
              </cite>
            ),
          )}
        </p>
      </div>
    </section>
  );
}
