// Host permissions that were asked for one install only (`lib/background/temporary-permissions.ts`), as
// `storage.local` keeps them.
import * as z from 'zod/mini';

/** The stored name is older than the names here. */
export const TEMPORARY_PERMISSIONS = 'packs.lent';
/** `askedAt`: when the browser was asked, milliseconds since 1970; 0 once the install has begun. */
export const TemporaryPermissions = z.object({ origins: z.array(z.string()), askedAt: z.number() });
export type TemporaryPermissions = z.infer<typeof TemporaryPermissions>;
