// Where the reader is on the web, as they fill it in themselves.
import * as z from 'zod/mini';
import { HttpsUrl } from './schema.ts';

export const OwnLinks = z.object({
  homepage: z.optional(HttpsUrl),
  orcid: z.optional(HttpsUrl),
  scholar: z.optional(HttpsUrl),
  github: z.optional(HttpsUrl),
});
export type OwnLinks = z.infer<typeof OwnLinks>;
