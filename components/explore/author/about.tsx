// Who this is: name and spellings, our sentence, position and what was before, each with who says so; and four counts that
// say what they were counted in.
import type { JSX } from 'react';
import { list, t } from '../../../lib/i18n/i18n.ts';
import type { AuthorPage } from '../../../lib/views/explore/schema.ts';
import { FollowButton, FollowLine, useFollow } from '../../card/author/follow.tsx';
import { initials } from '../../card/author/initials.ts';
import { personFacts } from '../../card/author/sources.tsx';
import { FactList, type Fact } from '../../ui/fact-list.tsx';
import { sourceNames } from '../../card/phrases.ts';
import { SamePerson } from './same-person.tsx';
import { OwnLinksForm, ThisIsMe } from './this-is-me.tsx';
import { Counted, Figures } from '../figures.tsx';

/** Whether somebody is open to collaborate, where a site's page says so. */
const openTo = ({ person, sources }: AuthorPage): Fact[] =>
  (person.statements ?? []).flatMap(({ kind, source, lines }) =>
    kind === 'collaboration'
      ? [
          {
            label: 'factOpen',
            value: lines.join('; '),
            says: sourceNames(
              [source],
              sources.map((one) => one.source),
            ).join(),
          },
        ]
      : [],
  );

export function About({ page, reread }: { page: AuthorPage; reread: () => Promise<void> }): JSX.Element {
  const { person, works } = page;
  const follow = useFollow();
  const facts = [...personFacts(page), ...openTo(page)];
  return (
    <header className="x-about">
      <span className="x-initials" aria-hidden="true">
        {initials(person.name)}
      </span>
      <div className="x-who-is">
        <h1 className="x-name">
          <bdi>{person.name}</bdi>
        </h1>
        {person.variants.length > 0 && <p className="x-note">{t('authorAlso', list(person.variants))}</p>}
        {person.biography !== null && (
          <p className="x-biography">
            <bdi>{person.biography}</bdi>
            <span className="b-says">{t('exploreOurWords')}</span>
          </p>
        )}
        {facts.length > 0 && <FactList facts={facts} />}
        <div className="x-acts">
          <ThisIsMe page={page} />
          <SamePerson page={page} />
          {page.me !== null && <OwnLinksForm key={page.me.ids.join()} me={page.me} reread={reread} />}
        </div>
        <FollowLine follow={follow} />
      </div>
      <FollowButton follow={follow} />
      <div className="x-counted">
        <Figures
          figures={[
            { n: works.length, words: 'authorWorks' },
            { n: page.withCode, words: 'authorWithCode' },
            { n: Math.max(0, page.people.length - (page.self < 0 ? 0 : 1)), words: 'authorCoauthors' },
            { n: page.topics.length, words: 'authorTopics' },
          ]}
          works={works}
        />
        <Counted packs={page.packs} />
      </div>
    </header>
  );
}
