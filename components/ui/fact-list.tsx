// Facts, each with who says so.
import { t, type MessageKey } from '../../lib/i18n/i18n.ts';

export interface Fact {
  label: MessageKey;
  /** Null where the fact itself appears elsewhere on the card (its title). */
  value: string | null;
  says: string;
}

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="b-facts">
      {facts.map((fact) => (
        <div key={`${fact.label} ${fact.value ?? ''} ${fact.says}`}>
          <dt>{t(fact.label)}</dt>
          <dd>
            {fact.value !== null && <bdi>{fact.value}</bdi>}
            <span className="b-says">{fact.says}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
