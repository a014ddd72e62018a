// Which page belongs to which kind of subject. A new one is a line here; a kind without a page has nothing to show.
import type { JSX } from 'react';
import type { ExploreSubject } from '../../lib/views/explore/schema.ts';
import type { Facts } from '../card/card-data.ts';
import { AuthorRoute } from './author/author-route.tsx';
import { GraphRoute } from './graph/graph-route.tsx';
import { TopicRoute } from './topic/topic-route.tsx';

export interface RouteProps<K extends ExploreSubject['kind'] = ExploreSubject['kind']> {
  subject: Extract<ExploreSubject, { kind: K }>;
  /** Of the page: what it was answered is kept under it. */
  pageKey: string;
  facts: Facts;
}

/** The page of a subject, or null where there is none. */
export function routeOf(subject: ExploreSubject, pageKey: string, facts: Facts): JSX.Element | null {
  switch (subject.kind) {
    case 'person':
      return <AuthorRoute key={pageKey} subject={subject} pageKey={pageKey} facts={facts} />;
    case 'topic':
      return <TopicRoute key={pageKey} subject={subject} pageKey={pageKey} facts={facts} />;
    case 'graph':
      return <GraphRoute key={pageKey} subject={subject} pageKey={pageKey} facts={facts} />;
  }
}
