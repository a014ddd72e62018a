// What documents and the public record say of one person. Pure.
import type { Person, SourceId, TextClaim } from '../paper/schema.ts';
import type { SeedDocument, SeedPerson } from './schema.ts';
import { publicRecord, type SourceOrder } from './source-order.ts';

/** A claim as a document's profile makes it, joined with the public record's where both say the same. */
function statedClaims(
  stated: readonly { source: SourceId; value: string }[],
  recorded: readonly TextClaim[],
  order: SourceOrder,
): TextClaim[] {
  const claims = new Map(recorded.map((claim) => [claim.value, claim]));
  for (const { source, value } of stated) {
    const known = claims.get(value);
    claims.set(
      value,
      known === undefined
        ? { value, sources: [source], certainty: 'stated' }
        : { ...known, sources: order([...known.sources, source]) },
    );
  }
  return [...claims.values()];
}

/** `shownBy`: the documents that show the person as an author of a paper. */
export function compilePerson(
  person: SeedPerson,
  documents: readonly SeedDocument[],
  shownBy: readonly SourceId[],
  order: SourceOrder,
): Person {
  const own = documents.filter((document) => document.subject.person === person.id);
  const stated = <T>(
    read: (profile: NonNullable<SeedDocument['profile']>) => T | undefined,
  ): { source: SourceId; value: T }[] =>
    own.flatMap(({ source, profile }) => {
      const value = profile === undefined ? undefined : read(profile);
      return value === undefined ? [] : [{ source, value }];
    });
  const many = (read: (profile: NonNullable<SeedDocument['profile']>) => string[] | undefined) =>
    stated(read).flatMap(({ source, value }) => value.map((each) => ({ source, value: each })));
  const listOf = (claim: TextClaim | undefined): TextClaim[] => (claim === undefined ? [] : [claim]);
  const facts = {
    position:
      statedClaims(
        stated((profile) => profile.position),
        listOf(person.position),
        order,
      )[0] ?? null,
    pastPositions: statedClaims(
      many((profile) => profile.pastPositions),
      person.pastPositions ?? [],
      order,
    ),
    degree:
      statedClaims(
        stated((profile) => profile.degree),
        listOf(person.degree),
        order,
      )[0] ?? null,
    areas: statedClaims(
      many((profile) => profile.areas),
      person.areas ?? [],
      order,
    ),
  };
  const claims = [facts.position, facts.degree, ...facts.pastPositions, ...facts.areas].filter(
    (claim) => claim !== null,
  );
  return {
    id: person.id,
    name: person.name,
    variants: person.variants ?? [],
    ...facts,
    biography: person.biography ?? null,
    homepage: person.homepage ?? null,
    sources: order([
      ...own.map(({ source }) => source),
      ...shownBy,
      ...claims.flatMap(({ sources }) => sources),
      publicRecord,
    ]),
    notes: [...own.flatMap(({ subject }) => subject.note ?? []), ...(person.notes ?? [])],
  };
}
