// Where Zotero listens on this machine. Test builds ask a stand-in at another port (tools/stand-in/zotero.ts).

/** The stand-in's ports in test builds; both browsers may be tested at once. */
export const ZOTERO_PORTS = { chromium: 47_285, firefox: 47_286 } as const;

const PORT =
  import.meta.env?.MODE === 'test'
    ? ZOTERO_PORTS[import.meta.env?.BROWSER === 'firefox' ? 'firefox' : 'chromium']
    : 23_119;

export const ZOTERO_HOST = `127.0.0.1:${PORT}`;
