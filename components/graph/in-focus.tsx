// What is in focus: what it is, what it is tied to and why, and what can be done with it.
import type { JSX } from 'react';
import type { GraphEdge, GraphNode, Why } from '../../lib/graph/node.ts';
import type { Slice } from '../../lib/graph/slice.ts';
import { MORE_NODES } from '../../lib/graph/state.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { oneWords, othersWords, whyWords } from './words.ts';

/** Ties that are listed; the others are in the tree. */
const MAX_TIES = 8;

export interface InFocusProps {
  slice: Slice;
  focus: string;
  centre: string;
  onFocus: (key: string) => void;
  onExpand: (key: string) => void;
  onFold: (key: string) => void;
  onHide: (key: string) => void;
  onCentre: (key: string) => void;
  /** Shows a node as a page or card of its own; null where there is none. */
  onOpen: ((node: GraphNode) => void) | null;
  /** Below what heads the graph. */
  Head: 'h2' | 'h3';
}

const statements: readonly Why['kind'][] = ['advisor', 'works-at', 'was-at', 'degree'];
const rankOf = ({ why: [first] }: GraphEdge): number => {
  const rank = first === undefined ? -1 : statements.indexOf(first.kind);
  return rank < 0 ? statements.length : rank;
};

/** Statements first, then what stands for most works. */
const tiesOf = (edges: readonly GraphEdge[], key: string): GraphEdge[] =>
  edges
    .filter(({ a, b }) => a === key || b === key)
    .toSorted((one, other) => rankOf(one) - rankOf(other) || other.weight - one.weight);

export function InFocus(props: InFocusProps): JSX.Element | null {
  const { slice, focus, centre, onFocus, onExpand, onFold, onHide, onCentre, onOpen, Head } = props;
  const more = slice.more.find(({ key }) => key === focus);
  const node = slice.nodes.find(({ key }) => key === focus);
  const row = slice.tree.find(({ key }) => key === focus);
  if (more !== undefined)
    return (
      <section className="graph-focus" aria-label={t('graphInFocus')}>
        <Head>{othersWords(more)}</Head>
        <p className="graph-acts">
          <button type="button" className="b-btn" onClick={() => onExpand(focus)}>
            {t('graphExpandMore', Math.min(MORE_NODES, more.count))}
          </button>
        </p>
      </section>
    );
  if (node === undefined || row === undefined) return null;
  const labels = new Map(slice.nodes.map(({ key, label }) => [key, label]));
  const ties = tiesOf(slice.edges, focus);
  const facts = [
    t(oneWords[node.kind]),
    ...(node.year === null ? [] : [String(node.year)]),
    ...((node.kind === 'person' || node.kind === 'topic') && node.works > 0 ? [count('graphWorks', node.works)] : []),
  ];
  return (
    <section className="graph-focus" aria-label={t('graphInFocus')}>
      <Head className={`graph-name-${node.kind}`}>
        <bdi>{node.label}</bdi>
      </Head>
      <p className="graph-facts">{facts.join(' · ')}</p>
      <p className="graph-acts">
        <button type="button" className="b-btn" onClick={() => onExpand(focus)}>
          {t('graphExpand')}
        </button>
        {onOpen !== null && node.kind !== 'institution' && (
          <button type="button" className="b-btn" onClick={() => onOpen(node)}>
            {t('graphOpen')}
          </button>
        )}
        {focus !== centre && (
          <button type="button" className="b-btn" onClick={() => onCentre(focus)}>
            {t('graphCentre')}
          </button>
        )}
        {row.hasRows && (
          <button type="button" className="b-btn" onClick={() => onFold(focus)}>
            {t('graphFold')}
          </button>
        )}
        {focus !== centre && (
          <button type="button" className="b-btn" onClick={() => onHide(focus)}>
            {t('graphHide')}
          </button>
        )}
      </p>
      {ties.length > 0 && (
        <ul className="graph-ties" aria-label={t('graphTied')}>
          {ties.slice(0, MAX_TIES).map(({ key, a, b, why }) => {
            const other = a === focus ? b : a;
            return (
              <li key={key}>
                <button type="button" className="b-link" onClick={() => onFocus(other)}>
                  <bdi>{labels.get(other)}</bdi>
                </button>{' '}
                <span className="graph-why">{whyWords(why, focus)}</span>
              </li>
            );
          })}
          {ties.length > MAX_TIES && <li className="graph-why">{count('graphOthers', ties.length - MAX_TIES)}</li>}
        </ul>
      )}
    </section>
  );
}
