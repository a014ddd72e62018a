// The research graph on a page: its code comes when it is first shown.
import { lazy, Suspense, type JSX } from 'react';
import type { GraphNode } from '../../../lib/graph/node.ts';
import type { GraphQuestion } from '../../../lib/graph/schema.ts';
import { ask } from '../../../lib/messages/client.ts';
import { useLeads, type Leads } from '../place.ts';
import { Loading } from '../loading.tsx';

const Graph = lazy(async () => ({ default: (await import('../../graph/graph.tsx')).Graph }));

/** One function for all renders: the graph starts over when it gets another. */
const around = (question: GraphQuestion) => ask('graph.around', question);

/** Where a node leads: people and topics to their pages, a paper to its card. */
function openNode({ kind, id }: GraphNode, { walkTo, openPaper }: Leads): void {
  if (kind === 'paper') openPaper(id);
  else if (kind === 'person') walkTo({ kind: 'person', id });
  else if (kind === 'topic') walkTo({ kind: 'topic', topic: id });
}

export function GraphFrame({ start, compact = false }: { start: GraphQuestion; compact?: boolean }): JSX.Element {
  const leads = useLeads();
  return (
    <Suspense fallback={<Loading />}>
      <Graph start={start} around={around} onOpen={(node) => openNode(node, leads)} compact={compact} />
    </Suspense>
  );
}
