// An author's page, from the question to the page.
import { useState, type JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import type { AuthorPage as Page } from '../../../lib/views/explore/schema.ts';
import { useAnswer } from '../../card/use-answer.ts';
import { Loading, Refused } from '../loading.tsx';
import { answerOf, keepAnswer } from '../remember.ts';
import type { RouteProps } from '../routes.tsx';
import { AuthorPage } from './author-page.tsx';

export function AuthorRoute({ subject, pageKey, facts }: RouteProps<'person'>): JSX.Element {
  const { id, paper } = subject;
  const read = async (): Promise<Page> =>
    keepAnswer(pageKey, await ask('explore.person', { id, ...(paper === undefined ? {} : { paper }) }));
  const answer = useAnswer<Page>(read, answerOf<Page>(pageKey));
  const [again, setAgain] = useState<Page | null>(null);
  if (answer.state === 'waiting') return <Loading />;
  if (answer.state === 'refused') return <Refused {...answer} />;
  return (
    <AuthorPage
      page={again ?? answer.value}
      paper={paper}
      facts={facts}
      reread={async () => {
        await facts.personChanged(id, paper);
        setAgain(await read());
      }}
    />
  );
}
