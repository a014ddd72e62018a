// A small page to try Byline on: titles and names of real papers, laid out as listings lay them out. The classes
// are what the welcome page's adapter reads (`listingAdapter`), as a site's adapter reads that site.
import type { JSX } from 'react';
import type { PageAdapter } from '../../lib/sites/adapter.ts';
import { t } from '../../lib/i18n/i18n.ts';

interface Listed {
  arxivId: string;
  title: string;
  authors: readonly string[];
  /** The venue, as authors write it into arXiv's comments. */
  comments: string;
  subjects: readonly string[];
}

/** As arXiv lists them; `seeds/papers.json` has the same facts. */
export const listed: readonly Listed[] = [
  {
    arxivId: '1912.10077',
    title: 'Are Transformers universal approximators of sequence-to-sequence functions?',
    authors: ['Chulhee Yun', 'Srinadh Bhojanapalli', 'Ankit Singh Rawat', 'Sashank J. Reddi', 'Sanjiv Kumar'],
    comments: 'ICLR 2020',
    subjects: ['Machine Learning (cs.LG)', 'Machine Learning (stat.ML)'],
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
    comments: 'ICLR 2020',
    subjects: [
      'Machine Learning (cs.LG)',
      'Artificial Intelligence (cs.AI)',
      'Computation and Language (cs.CL)',
      'Machine Learning (stat.ML)',
    ],
  },
  {
    arxivId: '2310.05351',
    title: 'Generalized Neural Collapse for a Large Number of Classes',
    authors: ['Jiachen Jiang', 'Jinxin Zhou', 'Peng Wang', 'Qing Qu', 'Dustin G. Mixon', 'Chong You', 'Zhihui Zhu'],
    comments: 'ICML 2024',
    subjects: [
      'Machine Learning (cs.LG)',
      'Computer Vision and Pattern Recognition (cs.CV)',
      'Machine Learning (stat.ML)',
    ],
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
    comments: 'NeurIPS 2020',
    subjects: ['Machine Learning (cs.LG)', 'Cryptography and Security (cs.CR)', 'Machine Learning (stat.ML)'],
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
                [{at + 1}] <a href={`https://arxiv.org/abs/${paper.arxivId}`}>arXiv:{paper.arxivId}</a>
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
              <p className="listed-comment">Comments: {paper.comments}</p>
              <p className="listed-comment">
                Subjects: <strong>{paper.subjects[0]}</strong>; {paper.subjects.slice(1).join('; ')}
              </p>
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
