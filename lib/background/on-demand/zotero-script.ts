// The worker's script for Zotero on this machine: read where the reader sends papers there, or wants marked what it has.
import { laterScript } from './script.ts';
import type { ZoteroParts } from './zotero-parts.ts';

export const zoteroScript = laterScript<ZoteroParts>('/zotero.js');
