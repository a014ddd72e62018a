// What tests use of two BibTeX parsers that carry no types.
declare module '@citation-js/core' {
  export class Cite {
    constructor(source: string, options?: { forceType: string });
    readonly data: readonly {
      title?: string;
      author?: readonly { family?: string; given?: string }[];
      issued?: { 'date-parts': number[][] };
      DOI?: string;
    }[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'bibtex-parse' {
  /** Fields by their names in capitals. */
  export function entries(source: string): Record<string, string>[];
}
