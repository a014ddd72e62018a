// What documents and the public record say of one person. Pure.
import type { CareerFact, Person, Provenance, SourceId, Statement, TextClaim } from '../paper/schema.ts';
import { degreeParts, positionParts } from './career.ts';
import type { SeedDocument, SeedPerson } from './schema.ts';
import { publicRecord, type SourceOrder } from './source-order.ts';

type Profile = NonNullable<SeedDocument['profile']>;
type CareerLine = Omit<CareerFact, keyof Provenance>;

/** Claims of documents, joined with those of the public record where both say the same. */
function joined<C extends { value: string; sources: SourceId[] }>(
  stated: readonly C[],
  recorded: readonly C[],
  order: SourceOrder,
): C[] {
  const claims = new Map(recorded.map((claim) => [claim.value, claim]));
  for (const claim of stated) {
    const known = claims.get(claim.value);
    const both = known === undefined ? claim : { ...known, sources: order([...known.sources, ...claim.sources]) };
    claims.set(claim.value, both);
  }
  return [...claims.values()];
}

const withGrounds = (lines: readonly CareerLine[], { sources, certainty, note }: Provenance): CareerFact[] =>
  lines.map((line) => ({ ...line, sources, certainty, ...(note === undefined ? {} : { note }) }));

/** What the site's page says in its own terms, every line of it. */
function statementsOf(source: SourceId, { openToCollaborate, snapshot }: Profile): Statement[] {
  const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  return [
    ...(openToCollaborate === true
      ? [{ kind: 'collaboration' as const, source, lines: ['Open to collaborate'] }]
      : []),
    ...(snapshot === undefined
      ? []
      : [
          {
            kind: 'snapshot' as const,
            source,
            lines: [
              `Trust ${snapshot.trust}, “${snapshot.trustLabel}”`,
              `Verification ${snapshot.level}`,
              snapshot.claimed ? 'Claimed by the author' : 'Not claimed by the author',
              many(snapshot.works, 'work'),
              many(snapshot.followers, 'follower'),
              many(snapshot.topics, 'topic'),
              many(snapshot.closeCollaborators, 'close collaborator'),
            ],
          },
        ]),
  ];
}

/** Several degrees were one line in earlier versions. */
function oneLine(degrees: readonly CareerFact[], career: readonly CareerFact[], order: SourceOrder): TextClaim | null {
  const [first] = degrees;
  if (first === undefined) return null;
  const lines = degrees.map(({ value, institution, to }) => {
    const advisor = career.find((one) => one.kind === 'advisor' && one.institution === institution && one.to === to);
    return advisor === undefined ? value : `${value}, advised by ${advisor.value}`;
  });
  const sources = order(degrees.flatMap((one) => one.sources));
  return { value: lines.join('; '), sources, certainty: first.certainty };
}

const asClaim = ({ value, sources, certainty, note }: CareerFact): TextClaim => ({
  value,
  sources,
  certainty,
  ...(note === undefined ? {} : { note }),
});

/** `shownBy`: the documents that show the person as an author of a paper. */
export function compilePerson(
  person: SeedPerson,
  documents: readonly SeedDocument[],
  shownBy: readonly SourceId[],
  order: SourceOrder,
): Person {
  const own = documents.filter((document) => document.subject.person === person.id);
  const pages = own.flatMap(({ source, profile }) => (profile === undefined ? [] : [{ source, profile }]));
  /** Facts of one kind, one after the other: of the public record, then of documents. */
  const factsOf = (
    read: (profile: Profile) => readonly CareerLine[],
    recorded: readonly CareerFact[],
    most = Infinity,
  ): CareerFact[] => {
    const stated = pages.flatMap(({ source, profile }) =>
      withGrounds(read(profile), { sources: [source], certainty: 'stated' }),
    );
    return joined(stated, recorded, order).slice(0, most);
  };
  const { position, pastPositions = [], degrees = [] } = person;
  const positions = factsOf(
    (profile) => (profile.position === undefined ? [] : [positionParts('position', profile.position)]),
    position === undefined ? [] : withGrounds([positionParts('position', position)], position),
    1,
  );
  const past = factsOf(
    (profile) => (profile.pastPositions ?? []).map((one) => positionParts('past', one)),
    pastPositions.flatMap((one) => withGrounds([positionParts('past', one)], one)),
  );
  const studied = factsOf(
    (profile) => (profile.degrees ?? []).flatMap(degreeParts),
    degrees.flatMap((one) => withGrounds(degreeParts(one), one)),
  );
  const career = [...positions, ...past, ...studied];
  const areas = joined(
    pages.flatMap(({ source, profile }) =>
      (profile.areas ?? []).map((value): TextClaim => ({ value, sources: [source], certainty: 'stated' })),
    ),
    person.areas ?? [],
    order,
  );
  const statements = pages.flatMap(({ source, profile }) => statementsOf(source, profile));
  const [current] = positions;
  return {
    id: person.id,
    name: person.name,
    variants: person.variants ?? [],
    position: current === undefined ? null : asClaim(current),
    pastPositions: past.map(asClaim),
    degree: oneLine(
      studied.filter(({ kind }) => kind === 'degree'),
      career,
      order,
    ),
    ...(career.length === 0 ? {} : { career }),
    ...(statements.length === 0 ? {} : { statements }),
    areas,
    biography: person.biography ?? null,
    homepage: person.homepage ?? null,
    sources: order([
      ...own.map(({ source }) => source),
      ...shownBy,
      ...[...career, ...areas].flatMap(({ sources }) => sources),
      publicRecord,
    ]),
    notes: [...own.flatMap(({ subject }) => subject.note ?? []), ...(person.notes ?? [])],
  };
}
