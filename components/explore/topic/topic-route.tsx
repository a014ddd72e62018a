// A topic's page, from the question to the page.
import type { JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import type { TopicPage as Page } from '../../../lib/views/explore/schema.ts';
import { useAnswer } from '../../card/use-answer.ts';
import { Loading, Refused } from '../loading.tsx';
import { answerOf, keepAnswer } from '../remember.ts';
import type { RouteProps } from '../routes.tsx';
import { TopicPage } from './topic-page.tsx';

export function TopicRoute({ subject: { topic }, pageKey, facts }: RouteProps<'topic'>): JSX.Element {
  const answer = useAnswer<Page>(
    async () => keepAnswer(pageKey, await ask('explore.topic', { topic })),
    answerOf<Page>(pageKey),
  );
  if (answer.state === 'waiting') return <Loading words={topic} />;
  if (answer.state === 'refused') return <Refused {...answer} />;
  return <TopicPage page={answer.value} facts={facts} />;
}
