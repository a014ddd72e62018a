// Whether linked code is the authors', or may be. Without Zod: cards ask it too.
import type { CodeWhy } from './schema.ts';

/** Reasons that only say that a page links there: to a tool, the site's repository, another work's code. */
const weak: ReadonlySet<CodeWhy> = new Set(['text', 'note', 'cited']);
export const isAuthorsCode = ({ why }: { why?: CodeWhy | undefined }): boolean => why === undefined || !weak.has(why);

/** Whether a paper has code that somebody calls its authors'. */
export const hasCode = ({ code }: { code?: readonly { why?: CodeWhy | undefined }[] | undefined }): boolean =>
  code?.some(isAuthorsCode) === true;
