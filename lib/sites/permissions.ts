// Where Byline may run, as match patterns. Three kinds of sites:
// - at install: where most reading begins; each adapter says so itself (`atInstall`). Settled, since a browser disables
//   an extension whose update asks for more: what comes later is offered.
// - offered: all other paper sites, which the reader allows with one button, or one by one. In it are the other hosts of
//   the adapters, and sites without adapter whose pages are papers, lists of papers, or people's publications.
// - any other site (GitHub, Wikipedia, a blog): allowed by itself, from the popup.
// Services that only redirect (doi.org) or hold only PDF files are not needed: no content script runs there.
import type { SiteAdapter } from './adapter.ts';
import { sites } from './index.ts';
import { isWithin } from './match-pattern.ts';
import { scholarDomains } from './scholar-domains.ts';

// "*." covers the host itself and its subdomains.

const preprints =
  'www.arxiv-vanity.com paperswithcode.co chemrxiv.org *.osf.io www.preprints.org www.researchsquare.com ' +
  '*.techrxiv.org eprint.iacr.org par.nsf.gov';

const proceedings =
  'iclr-blogposts.github.io *.usenix.org www.ndss-symposium.org www.isca-archive.org drops.dagstuhl.de distill.pub ' +
  'www.cv-foundation.org www.roboticsproceedings.org ceur-ws.org www.vldb.org';

const publishers =
  'www.computer.org reader.elsevier.com *.thelancet.com *.sciencemag.org f1000research.com ' +
  'royalsocietypublishing.org www.nejm.org *.bmj.com *.karger.com aip.scitation.org *.spiedigitallibrary.org ' +
  'opg.optica.org epubs.siam.org pubsonline.informs.org direct.mit.edu *.annualreviews.org www.jstor.org ' +
  'muse.jhu.edu projecteuclid.org psycnet.apa.org *.scielo.org www.scielo.br firstmonday.org www.dlib.org ' +
  'www.degruyter.com www.degruyterbrill.com www.emerald.com www.worldscientific.com *.hindawi.com ' +
  '*.jstage.jst.go.jp journals.asm.org ascopubs.org www.ahajournals.org journals.lww.com journals.physiology.org ' +
  'rupress.org www.jneurosci.org www.eneuro.org *.cshlp.org www.jbc.org journals.ametsoc.org ' +
  'pubs.geoscienceworld.org asmedigitalcollection.asme.org arc.aiaa.org www.thieme-connect.com www.liebertpub.com ' +
  'www.journals.uchicago.edu www.aeaweb.org ashpublications.org aacrjournals.org www.atsjournals.org ' +
  'diabetesjournals.org quantum-journal.org www.ingentaconnect.com brill.com www.ams.org';

const indexes =
  'clinicaltrials.gov www.cochranelibrary.com core.ac.uk econpapers.repec.org philpapers.org philarchive.org ' +
  'mathscinet.ams.org scholar.archive.org cyberleninka.ru www.emergentmind.com arxivxplorer.com ' +
  'www.scholar-inbox.com inciteful.xyz openknowledgemaps.org *.openalex.org *.base-search.net ' +
  'citeseerx.ist.psu.edu www.connectedpapers.com *.academia.edu *.lens.org app.dimensions.ai *.scopus.com ' +
  '*.webofscience.com *.webofknowledge.com scite.ai elicit.com consensus.app www.researchrabbit.ai www.litmaps.com ' +
  'www.zotero.org www.mendeley.com www.paperdigest.org';

/** "example.org" is "https://example.org/*", "example.org/papers" all addresses that begin so. */
const patternOf = (place: string): string => (place.includes('/') ? `https://${place}*` : `https://${place}/*`);

/** The match patterns of the manifest. */
export const installPatterns = (among: readonly SiteAdapter[] = sites): string[] =>
  among.flatMap(({ atInstall = [] }) => atInstall.map(patternOf));

/** The origins that one button asks for, in the order of the alphabet; `languages`: of whose countries Scholar is in. */
export function offeredOrigins(languages: readonly string[], among: readonly SiteAdapter[] = sites): string[] {
  const known = among.flatMap(({ hosts, general = false }) => (general ? [] : hosts));
  const others = [preprints, proceedings, publishers, indexes].flatMap((hosts) => hosts.split(' '));
  const hosts = [...known, ...others, ...scholarDomains(languages)].filter((host) => !host.endsWith('.*'));
  // One site for its reader, whatever it answers under: "www.jmlr.org" and "jmlr.org".
  const both = hosts.filter((host) => hosts.includes(`www.${host}`)).map((host) => `*.${host}`);
  const origins = [...new Set([...both, ...hosts])].map(patternOf);
  const atInstall = installPatterns(among);
  return origins
    .filter((origin) => !atInstall.some((pattern) => isWithin(origin, pattern)))
    .filter((origin) => !origins.some((other) => other !== origin && isWithin(origin, other)))
    .toSorted(byName);
}

/** In the order of the alphabet, as readers know sites: without "www." and "*.". */
export const byName = (a: string, b: string): number => bare(a).localeCompare(bare(b), 'en');
const bare = (origin: string): string => origin.replace(/^https:\/\/(?:\*\.|www\.)?/u, '');

/** What the reader may allow beyond them, one site at a time. */
export const optionalPatterns: readonly string[] = ['https://*/*', 'http://*/*'];
