// Packs that are fetched from where they are published, once, when the reader asks for it. The browser's own question
// names the hosts; it has to be asked in the click itself.
import { useState, type JSX, type ReactNode } from 'react';
import { browser } from '../../../lib/browser/browser.ts';
import { ask } from '../../../lib/messages/client.ts';
import { TEMPORARY_PERMISSIONS } from '../../../lib/packs/temporary-permissions.ts';
import { offers, type Offer, type OfferId } from '../../../lib/packs/remote/offers.ts';
import { language, list, t, type MessageKey } from '../../../lib/i18n/i18n.ts';
import { sentenceOf } from '../../ui/sentence.ts';
import { bytesWords } from '../../ui/bytes.ts';
import { hostsOf } from '../origins.ts';
import { useAllowed } from '../../ui/use-allowed.ts';
import { categoriesOfGroups, OfferFields } from './offer-fields.tsx';
import { noteTemporary } from './temporary.ts';
import { isOpen, type Job, type PackList } from './use-packs.ts';

const whatIsIn: Readonly<Record<OfferId, MessageKey>> = {
  'papers-with-code': 'packOfferCode',
  arxiv: 'packOfferArxiv',
};

const everyOrigin: readonly string[] = [...new Set(offers.flatMap(({ origins }) => origins))];

export function Offers(props: { packs: PackList['packs']; jobs: readonly Job[]; look: () => void }): JSX.Element {
  const allowed = useAllowed(everyOrigin);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set());

  const install = async (offer: Offer): Promise<void> => {
    const { id, origins } = offer;
    const temporary = origins.filter((origin) => allowed?.has(origin) !== true);
    // Nothing may come between the click and this question.
    const asked = browser.permissions.request({ origins: [...origins] });
    try {
      if (temporary.length > 0) await noteTemporary(temporary);
      if (await asked) {
        const keep = id === 'arxiv' ? categoriesOfGroups(fields) : undefined;
        await ask('packs.install', { offer: id, temporary, ...(keep === undefined ? {} : { keep }) });
        setProblem(null);
      } else {
        await browser.storage.local.remove(TEMPORARY_PERMISSIONS);
        setProblem(t('packsNotAllowed', list(hostsOf(origins))));
      }
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    props.look();
  };

  return (
    <>
      <h3>{t('packsOffers')}</h3>
      <p className="why">{t('packsOffersWhy')}</p>
      <ul>
        {offers.map((offer) => (
          <OfferLine
            key={offer.id}
            offer={offer}
            there={props.packs.some(({ id }) => id === offer.id)}
            off={allowed === null || props.jobs.some((job) => isOpen(job) && job.name === offer.name)}
            onInstall={() => void install(offer)}
          >
            {offer.id === 'arxiv' && <OfferFields chosen={fields} onChange={setFields} />}
          </OfferLine>
        ))}
      </ul>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </>
  );
}

function OfferLine(props: {
  offer: Offer;
  there: boolean;
  off: boolean;
  onInstall: () => void;
  children: ReactNode;
}): JSX.Element {
  const { offer, there, off } = props;
  const facts = [t('packsUpTo', bytesWords(offer.bytes, language())), offer.attribution, offer.licence];
  return (
    <li className="offer">
      <div className="pack">
        <strong>{offer.name}</strong>
        <span>{t(whatIsIn[offer.id])}</span>
        <span className="pack-figures">
          {facts.map((words) => (
            <span key={words}>{words}</span>
          ))}
        </span>
        <span className="host">
          <a href={offer.page} target="_blank" rel="noreferrer">
            {offer.page.replace(/^https:\/\//u, '')}
          </a>
        </span>
        <span>{t('packsHosts', list(hostsOf(offer.origins)))}</span>
        {props.children}
      </div>
      <button
        type="button"
        className="b-btn"
        aria-label={t('packsInstallLabel', offer.name)}
        aria-disabled={off}
        onClick={() => off || props.onInstall()}
      >
        {t(there ? 'packsInstallAgain' : 'packsInstall')}
      </button>
    </li>
  );
}
