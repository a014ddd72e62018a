// The worker's script for entries of reference lists, which it reads where a page has some.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { entryScript } from '../../lib/background/on-demand/entries.ts';
import { entryParts } from '../../lib/background/on-demand/entry-parts.ts';

export default defineUnlistedScript(() => entryScript.offer(entryParts));
