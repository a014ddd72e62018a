// What the worker answers to a page, with what the reader does to its works meanwhile.
import { useEffect, useState } from 'react';
import type { ExploreWork } from '../../lib/views/explore/schema.ts';
import type { KeptStatus } from '../../lib/library/schema.ts';
import type { Facts } from '../card/card-data.ts';

/** The works with the statuses that they were given since the answer. */
export function useStatuses<W extends ExploreWork>(works: readonly W[], facts: Facts): readonly W[] {
  const [changed, setChanged] = useState<ReadonlyMap<string, KeptStatus | null>>(new Map());
  useEffect(() => facts.onStatus((paper, now) => setChanged((before) => new Map(before).set(paper, now))), [facts]);
  if (changed.size === 0) return works;
  return works.map((work) => {
    const status = changed.get(work.id);
    return status === undefined ? work : { ...work, status };
  });
}
