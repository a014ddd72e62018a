// Works related to a paper, as the reader's decisions have who is who.
import type { Lookup } from '../../catalog/lookup.ts';
import { worksAsSaid } from '../../catalog/people/said-works.ts';
import type { Decision } from '../../identity/decisions.ts';
import type { Paper } from '../../paper/schema.ts';
import { worksAsSaidOr } from '../../related/authors.ts';
import { relatedTo, type RelatedOptions } from '../../related/related.ts';

/** Works related to a paper, those by its people as the reader's decisions have them. */
export const relatedAsSaid = (
  lookup: Lookup,
  paper: Paper,
  { decisions, ...options }: Omit<RelatedOptions, 'works'> & { decisions: readonly Decision[] },
): ReturnType<typeof relatedTo> =>
  relatedTo(lookup, paper, {
    ...options,
    ...(decisions.length === 0 ? {} : { works: worksAsSaidOr(worksAsSaid(paper.id, decisions)) }),
  });
