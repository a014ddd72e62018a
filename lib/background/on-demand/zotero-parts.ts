// What asks Zotero on this machine, and what is known of it: a script of its own. It has copies of the modules that it shares
// with the worker, so nothing here may throw an error that the worker looks for.
import { inZotero, isZoteroDue, readZotero, sendToZotero, setZotero, zoteroState } from './zotero.ts';

export const zoteroParts = { inZotero, isZoteroDue, readZotero, sendToZotero, setZotero, zoteroState };
export type ZoteroParts = typeof zoteroParts;
