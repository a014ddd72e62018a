// The worker's second script, which it reads at the first card, search or page of ours.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { partsScript } from '../../lib/background/on-demand/load.ts';
import { onDemandParts } from '../../lib/background/on-demand/parts.ts';

export default defineUnlistedScript(() => partsScript.offer(onDemandParts));
