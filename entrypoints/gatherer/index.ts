// A worker beside the importer: makes blocks and runs of the rows that the importer reads.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gatherHere } from '../../lib/packs/import/gather-apart.ts';

export default defineUnlistedScript(() => gatherHere(self as unknown as Parameters<typeof gatherHere>[0]));
