// Whether a merge that takes papers off the list is to be asked about first. Pure.

/** Papers that a merge may take off without a question: a share of a short list is one paper or two. */
const FEW = 20;
/** Share of the list that it may take off without a question. */
const SHARE = 0.05;

export const asksFirst = (removed: number, total: number): boolean => removed > FEW && removed > total * SHARE;
