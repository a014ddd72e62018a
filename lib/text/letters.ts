// Letters and digits of a text in lower case, for comparing two texts of one page: both are written by one hand, so
// accents and spellings need no folding. Small enough for the page script.

export const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
