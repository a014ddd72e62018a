// Who this is: name and other spellings, position, what was before, areas, our sentence or two.
import { list, t } from '../../../lib/i18n/i18n.ts';
import { Link } from '../../ui/link.tsx';
import { FollowButton, FollowLine, useFollow } from './follow.tsx';
import { initials } from './initials.ts';
import { usePerson } from './person.tsx';

export function Who({ titleId }: { titleId: string }) {
  const { person } = usePerson().view;
  const follow = useFollow();
  return (
    <div className="b-who">
      <span className="b-initials" aria-hidden="true">
        {initials(person.name)}
      </span>
      <div className="b-grow">
        <h2 className="b-title" id={titleId}>
          <bdi>{person.name}</bdi>
        </h2>
        {person.position !== null && <p className="b-role">{person.position.value}</p>}
        {person.variants.length > 0 && <p className="b-also">{t('authorAlso', list(person.variants))}</p>}
        <FollowLine follow={follow} />
      </div>
      <FollowButton follow={follow} />
    </div>
  );
}

export function Profile() {
  const { person, elsewhere, me } = usePerson().view;
  const homepage = me?.links.homepage ?? person.homepage;
  const past = person.pastPositions.map((claim) => claim.value);
  if (person.degree !== null) past.push(person.degree.value);
  return (
    <>
      {person.biography !== null && (
        <p className="b-biography">
          <bdi>{person.biography}</bdi>
        </p>
      )}
      {past.length > 0 && <p className="b-past">{t('authorBefore', past.join('; '))}</p>}
      <ul className="b-places b-past" aria-label={t('cardElsewhere')}>
        {homepage !== null && (
          <li>
            <Link to={homepage}>{t('authorHomepage')}</Link>
          </li>
        )}
        {elsewhere.map(({ name, url }) => (
          <li key={url}>
            <Link to={url}>{name}</Link>
          </li>
        ))}
      </ul>
      {person.areas.length > 0 && (
        <ul className="b-areas" aria-label={t('authorAreas')}>
          {person.areas.map((area) => (
            <li key={area.value}>{area.value}</li>
          ))}
        </ul>
      )}
    </>
  );
}
