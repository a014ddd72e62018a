// The worker's second script: what `parts.ts` has, read at the first card, search or page of ours.
import type { OnDemandParts } from './parts.ts';
import { laterScript } from './script.ts';

export const partsScript = laterScript<OnDemandParts>('/on-demand.js');

export const onDemand = (): Promise<OnDemandParts> => partsScript.read();
