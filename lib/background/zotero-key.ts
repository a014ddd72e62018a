/** Where the state is in `storage.local`, only where the marks are on; what Zotero has is under it in the catalog's database. */
export const ZOTERO_KEY = 'zotero';
