// What stands in `storage.local` of origins that were allowed for one install only (`lib/background/temporary-permissions.ts`).
import * as z from 'zod/mini';

export const LENT = 'packs.lent';
/** `askedAt`: when the browser was asked, milliseconds since 1970; 0 once the install has begun. */
export const Lent = z.object({ origins: z.array(z.string()), askedAt: z.number() });
export type Lent = z.infer<typeof Lent>;
