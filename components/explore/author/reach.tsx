// Where to find this author, in one place. Byline sends nothing: a page opens at a press, and a mail is begun in the
// reader's own program.
import type { JSX } from 'react';
import { t } from '../../../lib/i18n/i18n.ts';
import { readersPlaces } from '../../../lib/views/person-elsewhere.ts';
import { sourceNames } from '../../card/phrases.ts';
import { Link } from '../../ui/link.tsx';
import type { SideProps } from './author-page.tsx';

/** Letters of a title in a mail's subject. */
const MAX_SUBJECT = 150;

export function Reach({ page }: SideProps): JSX.Element {
  const { person, elsewhere, works, sources } = page;
  const links = readersPlaces(page.me?.links ?? {});
  const homepage = page.me?.links.homepage ?? person.homepage;
  const own = links.some(({ name }) => name === 'ORCID') ? [] : elsewhere.filter(({ name }) => name === 'ORCID');
  const searches = elsewhere.filter(({ name }) => name !== 'ORCID');
  const [latest] = works;
  const record = sourceNames(
    person.sources,
    sources.map(({ source }) => source),
  );
  return (
    <section aria-labelledby="x-reach-head">
      <h2 id="x-reach-head">{t('exploreReach')}</h2>
      <dl className="b-facts">
        {homepage !== null && (
          <div>
            <dt>{t('authorHomepage')}</dt>
            <dd>
              <Link to={homepage}>{new URL(homepage).host}</Link>
              <span className="b-says">{homepage === person.homepage ? record.join(', ') : t('ownLinkSays')}</span>
            </dd>
          </div>
        )}
        {links.map(({ name, url }) => (
          <div key={url}>
            <dt>{name}</dt>
            <dd>
              <Link to={url}>{new URL(url).pathname.slice(1) || new URL(url).host}</Link>
              <span className="b-says">{t('ownLinkSays')}</span>
            </dd>
          </div>
        ))}
        {own.map(({ name, url }) => (
          <div key={url}>
            <dt>{name}</dt>
            <dd>
              <Link to={url}>{new URL(url).pathname.slice(1)}</Link>
              <span className="b-says">{t('exploreSaysByline')}</span>
            </dd>
          </div>
        ))}
        {latest !== undefined && (
          <div>
            <dt>{t('exploreMail')}</dt>
            <dd>
              <a
                className="b-link"
                href={`mailto:?subject=${encodeURIComponent(latest.title.slice(0, MAX_SUBJECT).toWellFormed())}`}
              >
                {t('exploreMailBegin')}
              </a>
              <span className="b-says">{t('exploreMailWhy')}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('exploreLookUp')}</dt>
          <dd>
            <ul className="x-places">
              {searches.map(({ name, url }) => (
                <li key={url}>
                  <Link to={url}>{name}</Link>
                </li>
              ))}
            </ul>
            <span className="b-says">{t('exploreLookUpWhy')}</span>
          </dd>
        </div>
      </dl>
    </section>
  );
}
