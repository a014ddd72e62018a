// Every site adapter, in the order they are tried. A new site is one file beside this one and one line here.
import { aclAnthology } from './acl-anthology.ts';
import { acm } from './acm.ts';
import type { SiteAdapter } from './adapter.ts';
import { arxiv } from './arxiv.ts';
import { biorxiv } from './biorxiv.ts';
import { cvf } from './cvf.ts';
import { dblp } from './dblp.ts';
import { googleResearch } from './google-research.ts';
import { googleScholar } from './google-scholar.ts';
import { huggingFace } from './hugging-face.ts';
import { neurips } from './neurips.ts';
import { openreview } from './openreview.ts';
import { pmlr } from './pmlr.ts';
import { pubmed } from './pubmed.ts';
import { semanticScholar } from './semantic-scholar.ts';
import { springerNature } from './springer-nature.ts';

export const sites: readonly SiteAdapter[] = [
  arxiv,
  googleScholar,
  semanticScholar,
  openreview,
  aclAnthology,
  neurips,
  pmlr,
  cvf,
  dblp,
  huggingFace,
  googleResearch,
  pubmed,
  biorxiv,
  springerNature,
  acm,
];
