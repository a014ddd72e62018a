// Whether a code link is the paper's own. Without Zod: cards ask it too.
import type { CodeWhy } from './schema.ts';

/** Where a page says no more than that it links there: a tool, a site's own repository, another work's code. */
const weak: ReadonlySet<CodeWhy> = new Set(['text', 'note', 'cited']);
export const isOwnCode = ({ why }: { why?: CodeWhy | undefined }): boolean => why === undefined || !weak.has(why);

/** Whether it has code that somebody calls its own. */
export const hasCode = ({ code }: { code?: readonly { why?: CodeWhy | undefined }[] | undefined }): boolean =>
  code?.some(isOwnCode) === true;
