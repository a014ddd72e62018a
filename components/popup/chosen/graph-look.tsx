// The research graph around the paper: its code comes when it is first shown.
import { lazy, Suspense, useId, useMemo, type JSX } from 'react';
import type { GraphNode } from '../../../lib/graph/node.ts';
import type { GraphQuestion } from '../../../lib/graph/schema.ts';
import { ask } from '../../../lib/messages/client.ts';
import { useOpenPage } from '../../card/open-page.ts';
import { Waiting } from '../../card/waiting.tsx';
import { papersSubject, type LookProps } from './look.ts';

const Graph = lazy(async () => ({ default: (await import('../../graph/graph.tsx')).Graph }));

/** One function for all renders: the graph starts over when it gets another. */
const around = (question: GraphQuestion) => ask('graph.around', question);

export function GraphLook({ paper, onOpen }: LookProps): JSX.Element {
  const id = useId();
  const start = useMemo(() => ({ kind: 'paper' as const, id: paper }), [paper]);
  const { open, problem } = useOpenPage(ask);
  const show = (node: GraphNode): void => {
    if (node.kind === 'paper') onOpen(papersSubject(node.id));
    else if (node.kind === 'person') onOpen({ kind: 'person', id: node.id, name: node.label, paper: undefined });
    else if (node.kind === 'topic') open({ kind: 'topic', topic: node.id });
  };
  return (
    <div className="panel-graph">
      <Suspense fallback={<Waiting titleId={id} />}>
        <Graph start={start} around={around} onOpen={show} compact />
      </Suspense>
      <p role="status">{problem}</p>
    </div>
  );
}
