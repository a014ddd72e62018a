// Every site adapter, in the order they are tried. A new site is one file beside this one and one line here.
import { aaai } from './aaai.ts';
import { aclAnthology } from './acl-anthology.ts';
import { acm } from './acm.ts';
import { acs } from './acs.ts';
import type { SiteAdapter } from './adapter.ts';
import { ads } from './ads.ts';
import { aip } from './aip.ts';
import { alphaxiv } from './alphaxiv.ts';
import { aps } from './aps.ts';
import { ar5iv } from './ar5iv.ts';
import { arxiv } from './arxiv.ts';
import { arxivSanity } from './arxiv-sanity.ts';
import { biorxiv } from './biorxiv.ts';
import { bmc } from './bmc.ts';
import { bzpeer } from './bzpeer.ts';
import { cambridge } from './cambridge.ts';
import { catalyzex } from './catalyzex.ts';
import { cell } from './cell.ts';
import { copernicus } from './copernicus.ts';
import { cvf } from './cvf.ts';
import { dblp } from './dblp.ts';
import { ecva } from './ecva.ts';
import { elife } from './elife.ts';
import { europePmc } from './europe-pmc.ts';
import { frontiers } from './frontiers.ts';
import { github } from './github.ts';
import { googleResearch } from './google-research.ts';
import { googleScholar } from './google-scholar.ts';
import { hal } from './hal.ts';
import { huggingFace } from './hugging-face.ts';
import { ieee } from './ieee.ts';
import { ijcai } from './ijcai.ts';
import { inspire } from './inspire.ts';
import { iop } from './iop.ts';
import { jama } from './jama.ts';
import { jmlr } from './jmlr.ts';
import { joss } from './joss.ts';
import { mdpi } from './mdpi.ts';
import { medrxiv } from './medrxiv.ts';
import { nature } from './nature.ts';
import { nber } from './nber.ts';
import { neurips } from './neurips.ts';
import { openreview } from './openreview.ts';
import { orcid } from './orcid.ts';
import { oup } from './oup.ts';
import { papersCool } from './papers-cool.ts';
import { peerj } from './peerj.ts';
import { plos } from './plos.ts';
import { pmc } from './pmc.ts';
import { pmlr } from './pmlr.ts';
import { pnas } from './pnas.ts';
import { pubmed } from './pubmed.ts';
import { repec } from './repec.ts';
import { researchGate } from './researchgate.ts';
import { rsc } from './rsc.ts';
import { sage } from './sage.ts';
import { scholarFeed } from './scholar-feed.ts';
import { science } from './science.ts';
import { scienceDirect } from './sciencedirect.ts';
import { scipost } from './scipost.ts';
import { scirate } from './scirate.ts';
import { semanticScholar } from './semantic-scholar.ts';
import { springer } from './springer.ts';
import { ssrn } from './ssrn.ts';
import { taylorFrancis } from './taylor-francis.ts';
import { virtualConference } from './virtual-conference.ts';
import { wikipedia } from './wikipedia.ts';
import { wiley } from './wiley.ts';
import { zbmath } from './zbmath.ts';
import { zenodo } from './zenodo.ts';

export const sites: readonly SiteAdapter[] = [
  arxiv,
  ar5iv,
  alphaxiv,
  googleScholar,
  semanticScholar,
  openreview,
  aclAnthology,
  neurips,
  virtualConference,
  pmlr,
  cvf,
  ecva,
  jmlr,
  ijcai,
  aaai,
  dblp,
  huggingFace,
  scirate,
  papersCool,
  arxivSanity,
  catalyzex,
  bzpeer,
  scholarFeed,
  googleResearch,
  pubmed,
  pmc,
  europePmc,
  biorxiv,
  medrxiv,
  nature,
  springer,
  bmc,
  ieee,
  acm,
  scienceDirect,
  wiley,
  oup,
  plos,
  peerj,
  elife,
  frontiers,
  mdpi,
  science,
  pnas,
  cell,
  acs,
  rsc,
  aps,
  aip,
  iop,
  taylorFrancis,
  sage,
  cambridge,
  jama,
  ssrn,
  hal,
  inspire,
  ads,
  zbmath,
  zenodo,
  scipost,
  joss,
  copernicus,
  nber,
  repec,
  researchGate,
  orcid,
  github,
  wikipedia,
];
