// Fields that another part of the page proposes: the choice opens with them.
let proposed: readonly string[] = [];
const hearers = new Set<() => void>();

export function proposeFields(sets: readonly string[]): void {
  proposed = sets;
  for (const hear of hearers) hear();
}

/** For `useSyncExternalStore`. */
export function hearProposals(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

export const proposedSets = (): readonly string[] => proposed;
