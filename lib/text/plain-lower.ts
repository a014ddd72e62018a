// Words in lower case without accents, for search: the same for query and catalog.

export const plainLower = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase();

/** One spelling of such a word for "optimisation" and "optimization", also where the word is only half typed. */
export const oneSpelling = (word: string): string => word.replaceAll('is', 'iz');
