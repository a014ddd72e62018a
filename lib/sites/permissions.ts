// The addresses where Byline runs without being asked, granted at install. Settled: a browser disables an extension
// whose update asks for more until the reader agrees again, so the list is wide from the first version on, and a new
// adapter for a site that is not in it works by a click or by the reader's own grant.
//
// In it: sites whose pages are papers, lists of papers, or people's publications. Not in it: general sites (GitHub,
// Wikipedia, search engines, forums, social networks), which the reader may grant one by one. Services that only
// redirect (doi.org) or hold only PDF files are not needed: no content script runs there.
// "*." covers the host itself and its subdomains; "http" only where a site still answers without TLS.

/** Preprints, and what shows them. */
const preprints = [
  'https://*.arxiv.org/*', // with export., www., info. and ar5iv.labs.
  'http://export.arxiv.org/*',
  'https://ar5iv.org/*',
  'https://*.alphaxiv.org/*',
  'https://scirate.com/*',
  'https://huggingface.co/papers*',
  'https://*.arxiv-sanity-lite.com/*',
  'https://www.arxiv-vanity.com/*',
  'https://paperswithcode.co/*', // a successor of paperswithcode.com, whose own address now leads to Hugging Face
  'https://*.biorxiv.org/*',
  'https://*.medrxiv.org/*',
  'https://chemrxiv.org/*',
  'https://*.osf.io/*', // PsyArXiv, SocArXiv and the other OSF preprints
  'https://*.ssrn.com/*',
  'https://www.preprints.org/*',
  'https://www.researchsquare.com/*',
  'https://*.techrxiv.org/*',
  'https://eprint.iacr.org/*',
  'https://*.hal.science/*',
  'https://*.archives-ouvertes.fr/*',
  'https://inspirehep.net/*',
  'https://*.adsabs.harvard.edu/*',
  'https://zenodo.org/*',
  'https://par.nsf.gov/*',
] as const;

/** Conferences and their proceedings. */
const proceedings = [
  'https://openreview.net/*',
  'https://aclanthology.org/*',
  'https://*.neurips.cc/*', // proceedings., papers. and the virtual conference
  'https://*.nips.cc/*',
  'https://proceedings.mlr.press/*',
  'http://proceedings.mlr.press/*',
  'https://*.jmlr.org/*',
  'http://*.jmlr.org/*',
  'https://*.thecvf.com/*', // open access, and the virtual conferences
  'https://*.ecva.net/*',
  'https://icml.cc/*',
  'https://iclr.cc/*',
  'https://iclr-blogposts.github.io/*',
  'https://*.ijcai.org/*',
  'https://ojs.aaai.org/*',
  'https://*.usenix.org/*',
  'https://www.ndss-symposium.org/*',
  'https://www.isca-archive.org/*',
  'https://drops.dagstuhl.de/*',
  'https://distill.pub/*',
  'https://www.cv-foundation.org/*',
  'https://*.aclweb.org/*',
  'https://mlsys.org/*',
  'https://virtual.aistats.org/*',
  'https://www.roboticsproceedings.org/*',
  'https://ceur-ws.org/*',
  'https://www.vldb.org/*',
] as const;

/** Publishers and journals. */
const publishers = [
  'https://dl.acm.org/*',
  'https://ieeexplore.ieee.org/*',
  'https://www.computer.org/csdl/*',
  'https://*.springer.com/*',
  'https://*.springeropen.com/*',
  'https://*.biomedcentral.com/*',
  'https://*.nature.com/*',
  'https://*.sciencedirect.com/*',
  'https://reader.elsevier.com/*',
  'https://*.cell.com/*',
  'https://*.thelancet.com/*',
  'https://*.onlinelibrary.wiley.com/*',
  'https://*.tandfonline.com/*',
  'https://*.sagepub.com/*',
  'https://academic.oup.com/*',
  'https://www.cambridge.org/core/*',
  'https://*.science.org/*',
  'https://*.sciencemag.org/*',
  'https://www.pnas.org/*',
  'https://*.plos.org/*',
  'https://elifesciences.org/*',
  'https://*.frontiersin.org/*',
  'https://*.mdpi.com/*',
  'https://peerj.com/*',
  'https://f1000research.com/*',
  'https://royalsocietypublishing.org/*',
  'https://*.jamanetwork.com/*',
  'https://www.nejm.org/*',
  'https://*.bmj.com/*',
  'https://*.karger.com/*',
  'https://pubs.acs.org/*',
  'https://pubs.rsc.org/*',
  'https://*.aps.org/*',
  'https://*.aip.org/*',
  'https://aip.scitation.org/*',
  'https://iopscience.iop.org/*',
  'https://*.spiedigitallibrary.org/*',
  'https://opg.optica.org/*',
  'https://epubs.siam.org/*',
  'https://pubsonline.informs.org/*',
  'https://direct.mit.edu/*',
  'https://*.annualreviews.org/*',
  'https://www.jstor.org/*',
  'https://muse.jhu.edu/*',
  'https://projecteuclid.org/*',
  'https://psycnet.apa.org/*',
  'https://*.scielo.org/*',
  'https://www.scielo.br/*',
  'https://firstmonday.org/*',
  'https://www.dlib.org/*',
  'http://www.dlib.org/*',
  'https://www.degruyter.com/*',
  'https://www.degruyterbrill.com/*',
  'https://www.emerald.com/*',
  'https://www.worldscientific.com/*',
  'https://*.copernicus.org/*',
  'https://*.hindawi.com/*',
  'https://*.jstage.jst.go.jp/*',
  'https://journals.asm.org/*',
  'https://ascopubs.org/*',
  'https://www.ahajournals.org/*',
  'https://journals.lww.com/*',
  'https://journals.physiology.org/*',
  'https://rupress.org/*',
  'https://www.jneurosci.org/*',
  'https://www.eneuro.org/*',
  'https://*.cshlp.org/*',
  'https://www.jbc.org/*',
  'https://journals.ametsoc.org/*',
  'https://pubs.geoscienceworld.org/*',
  'https://asmedigitalcollection.asme.org/*',
  'https://arc.aiaa.org/*',
  'https://www.thieme-connect.com/*',
  'https://www.liebertpub.com/*',
  'https://www.journals.uchicago.edu/*',
  'https://www.aeaweb.org/*',
  'https://ashpublications.org/*',
  'https://aacrjournals.org/*',
  'https://www.atsjournals.org/*',
  'https://diabetesjournals.org/*',
  'https://scipost.org/*',
  'https://quantum-journal.org/*',
  'https://joss.theoj.org/*',
  'https://www.ingentaconnect.com/*',
  'https://brill.com/*',
  'https://www.ams.org/journals/*',
] as const;

/** Indexes, search and people. ResearchGate and ORCID are in it: both are lists of papers, and peers mark them. */
const indexes = [
  'https://*.semanticscholar.org/*',
  'https://dblp.org/*',
  'https://dblp.uni-trier.de/*',
  'https://dblp.dagstuhl.de/*',
  'https://pubmed.ncbi.nlm.nih.gov/*',
  'https://pmc.ncbi.nlm.nih.gov/*',
  'https://www.ncbi.nlm.nih.gov/pmc/*',
  'https://*.europepmc.org/*',
  'https://clinicaltrials.gov/*',
  'https://www.cochranelibrary.com/*',
  'https://core.ac.uk/*',
  'https://www.nber.org/*',
  'https://ideas.repec.org/*',
  'https://econpapers.repec.org/*',
  'https://philpapers.org/*',
  'https://philarchive.org/*',
  'https://zbmath.org/*',
  'https://mathscinet.ams.org/*',
  'https://scholar.archive.org/*',
  'https://cyberleninka.ru/*',
  'https://deepai.org/publication/*',
  'https://www.emergentmind.com/*',
  'https://arxivxplorer.com/*',
  'https://www.scholar-inbox.com/*',
  'https://inciteful.xyz/*',
  'https://openknowledgemaps.org/*',
  'https://*.openalex.org/*',
  'https://*.base-search.net/*',
  'https://citeseerx.ist.psu.edu/*',
  'https://www.connectedpapers.com/*',
  'https://www.researchgate.net/*',
  'https://*.academia.edu/*',
  'https://orcid.org/*',
  'https://*.lens.org/*',
  'https://app.dimensions.ai/*',
  'https://*.scopus.com/*',
  'https://*.webofscience.com/*',
  'https://*.webofknowledge.com/*',
  'https://scite.ai/*',
  'https://elicit.com/*',
  'https://consensus.app/*',
  'https://www.researchrabbit.ai/*',
  'https://www.litmaps.com/*',
  'https://www.catalyzex.com/*',
  'https://*.bzpeer.com/*',
  'https://*.scholarfeed.org/*',
  'https://research.google/*',
  'https://www.zotero.org/*',
  'https://www.mendeley.com/*',
  'https://www.paperdigest.org/*',
  'https://papers.cool/*',
] as const;

/** The country domains that Google answers on: https://www.google.com/supported_domains */
const scholarEndings =
  'com ad ae al am as at az ba be bf bg bi bj bs bt by ca cat cd cf cg ch ci cl cm cn cv cz de dj dk dm dz ee es fi ' +
  'fm fr ga ge gg gl gm gp gr gy hn hr ht hu ie im iq is it je jo kg ki kz la li lk lt lu lv md me mg mk ml mn ms mu ' +
  'mv mw ne nl no nr nu pl pn ps pt ro rs ru rw sc se sh si sk sm sn so sr st td tg tk tl tm tn to tt vg vu ws ' +
  'co.ao co.bw co.ck co.cr co.id co.il co.in co.jp co.ke co.kr co.ls co.ma co.mz co.nz co.th co.tz co.ug co.uk co.uz ' +
  'co.ve co.vi co.za co.zm co.zw com.af com.ag com.ai com.ar com.au com.bd com.bh com.bn com.bo com.br com.bz com.co ' +
  'com.cu com.cy com.do com.ec com.eg com.et com.fj com.gh com.gi com.gt com.hk com.jm com.kh com.kw com.lb com.ly ' +
  'com.mm com.mt com.mx com.my com.na com.nf com.ng com.ni com.np com.om com.pa com.pe com.pg com.ph com.pk com.pr ' +
  'com.py com.qa com.sa com.sb com.sg com.sl com.sv com.tj com.tr com.tw com.ua com.uy com.vc com.vn';

/** Every match pattern that needs permission at install. Pure, so that what only names it is built without it. */
export const paperSites: readonly string[] = /* @__PURE__ */ everyPattern();

function everyPattern(): string[] {
  const scholar = scholarEndings.split(' ').map((ending) => `https://scholar.google.${ending}/*`);
  return [...preprints, ...proceedings, ...publishers, ...indexes, ...scholar];
}

/** What the reader may grant beyond them, one site at a time. */
export const optionalSites: readonly string[] = ['https://*/*', 'http://*/*'];
