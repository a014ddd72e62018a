// Every site adapter, in the order they are tried. A new site is one file beside this one and one line here.
import { aaai } from './aaai.ts';
import { aclAnthology } from './acl-anthology.ts';
import { acm } from './acm.ts';
import type { SiteAdapter } from './adapter.ts';
import { alphaxiv } from './alphaxiv.ts';
import { ar5iv } from './ar5iv.ts';
import { arxiv } from './arxiv.ts';
import { biorxiv } from './biorxiv.ts';
import { bzpeer } from './bzpeer.ts';
import { catalyzex } from './catalyzex.ts';
import { cvf } from './cvf.ts';
import { dblp } from './dblp.ts';
import { ecva } from './ecva.ts';
import { googleResearch } from './google-research.ts';
import { googleScholar } from './google-scholar.ts';
import { huggingFace } from './hugging-face.ts';
import { ijcai } from './ijcai.ts';
import { jmlr } from './jmlr.ts';
import { neurips } from './neurips.ts';
import { openreview } from './openreview.ts';
import { papersCool } from './papers-cool.ts';
import { pmlr } from './pmlr.ts';
import { pubmed } from './pubmed.ts';
import { scholarFeed } from './scholar-feed.ts';
import { scirate } from './scirate.ts';
import { semanticScholar } from './semantic-scholar.ts';
import { springerNature } from './springer-nature.ts';
import { virtualConference } from './virtual-conference.ts';

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
  catalyzex,
  bzpeer,
  scholarFeed,
  googleResearch,
  pubmed,
  biorxiv,
  springerNature,
  acm,
];
