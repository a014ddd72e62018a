// Where arXiv's metadata is asked for. Test builds ask a stand-in on this machine instead (tools/stand-in/arxiv.ts).

/** The stand-in's port in test builds; both browsers may be tested at once. */
export const STAND_IN_PORTS = { chromium: 47_283, firefox: 47_284 } as const;

const IS_TEST = import.meta.env?.MODE === 'test';
const STAND_IN_PORT = STAND_IN_PORTS[import.meta.env?.BROWSER === 'firefox' ? 'firefox' : 'chromium'];

/** The OAI-PMH server, which arXiv names for this. */
export const OAI_ADDRESS = IS_TEST ? `http://127.0.0.1:${STAND_IN_PORT}/oai` : 'https://oaipmh.arxiv.org/oai';
/** The feeds of what was announced. */
export const FEED_ADDRESS = IS_TEST ? `http://127.0.0.1:${STAND_IN_PORT}/atom/` : 'https://rss.arxiv.org/atom/';

/** The hosts, as the browser is asked whether they may be fetched. */
export const HARVEST_ORIGINS: readonly string[] = IS_TEST
  ? ['http://127.0.0.1/*']
  : ['https://oaipmh.arxiv.org/*', 'https://rss.arxiv.org/*'];
