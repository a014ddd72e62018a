// The worker's script for Zotero on this machine, which few readers need.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { zoteroParts } from '../../lib/background/on-demand/zotero-parts.ts';
import { zoteroScript } from '../../lib/background/on-demand/zotero-script.ts';

export default defineUnlistedScript(() => zoteroScript.offer(zoteroParts));
