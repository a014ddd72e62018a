// In which forms a paper is copied. Their order is that of the choice.
export const citeForms = ['bibtex', 'markdown', 'link', 'apa', 'mla', 'chicago', 'ieee', 'acm', 'nature'] as const;
export type CiteForm = (typeof citeForms)[number];
