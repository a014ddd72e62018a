// What is known of a person, and how well: no score, but each fact with who says it and what speaks for it. Pure.
import { careerOf } from '../../paper/career.ts';
import type { CareerFact, TextClaim } from '../../paper/schema.ts';
import type { AuthorPage, ExploreWork } from './schema.ts';

/** `agreed`: several sources, or the public record confirms it; `single`: one source alone; `open`: nobody confirms it. */
export type Standing = 'agreed' | 'single' | 'open';

export interface KnownFact {
  fact: CareerFact['kind'] | 'area';
  value: string;
  sources: readonly string[];
  standing: Standing;
  note: string | null;
}

export interface Trust {
  facts: KnownFact[];
  works: {
    /** Listed by two sources and more, and by one alone. */
    several: number;
    single: number;
    /** Works about which the sources disagree. */
    differing: readonly ExploreWork[];
  };
}

function standingOf({ certainty, sources }: TextClaim): Standing {
  if (certainty === 'not confirmed') return 'open';
  return certainty === 'confirmed' || sources.length > 1 ? 'agreed' : 'single';
}

const known = (fact: KnownFact['fact'], claim: TextClaim): KnownFact => ({
  fact,
  value: claim.value,
  sources: claim.sources,
  standing: standingOf(claim),
  note: claim.note ?? null,
});

/** Neighbours of one kind and one origin are one line: five areas from one page are not five findings. */
function joined(facts: readonly KnownFact[]): KnownFact[] {
  const lines: KnownFact[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const isSame =
      last?.fact === fact.fact &&
      last.standing === fact.standing &&
      last.note === fact.note &&
      last.sources.join() === fact.sources.join();
    if (isSame) lines[lines.length - 1] = { ...last, value: `${last.value}; ${fact.value}` };
    else lines.push(fact);
  }
  return lines;
}

export function trustOf({ person, works }: Pick<AuthorPage, 'person' | 'works'>): Trust {
  const several = works.filter(({ sources }) => sources.length > 1).length;
  return {
    facts: joined([
      ...careerOf(person).map((claim) => known(claim.kind, claim)),
      ...person.areas.map((claim) => known('area', claim)),
    ]),
    works: { several, single: works.length - several, differing: works.filter(({ differs }) => differs.length > 0) },
  };
}
