/** What the browser is asked for to reach Zotero on this machine: no page there is read for it. */
export const LOCAL_APPS = 'http://127.0.0.1/*';
