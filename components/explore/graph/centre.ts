// A page's centre as a question to the graph.
import type { GraphQuestion } from '../../../lib/graph/schema.ts';
import type { ExploreSubject } from '../../../lib/views/explore/schema.ts';

export type Centre = Extract<ExploreSubject, { kind: 'graph' }>['centre'];

export const questionOf = (centre: Centre): GraphQuestion =>
  centre.kind === 'topic' ? { kind: 'topic', id: centre.topic } : centre;
