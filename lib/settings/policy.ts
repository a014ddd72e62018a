// What an institution sets for its readers, by the browser's own policies (docs/managed.md). It wins over what the
// reader set, and the reader's own values stay stored for the day it is gone.
import * as z from 'zod/mini';
import { Fixable, Settings } from './schema.ts';

/** A host name as it is in an address; a site off the default port has the same. */
const Host = z.string().check(z.minLength(1), z.maxLength(253), z.regex(/^[a-z0-9.-]+$/));

/** The policy's fields. The build makes Chrome's schema of it (`tools/managed-schema.ts`). */
export const Policy = z.object({
  hover: z.optional(Settings.shape.hover),
  delay: z.optional(Settings.shape.delay),
  modifier: z.optional(Settings.shape.modifier),
  sitesOff: z.optional(z.array(z.string())),
  network: z.optional(z.boolean()),
});

export interface Managed {
  /** Settings that the reader can't change. */
  fixed: Partial<Pick<Settings, Fixable>>;
  /** Hosts where the reader can't switch Byline on. */
  sitesOff: string[];
  /** Whether anything may be asked of the network. */
  network: boolean;
}

/**
 * What holds of whatever the policy says, field by field: what can't be read is left out. But `network`:
 * anything other than `true` was not meant to allow it. Pure.
 */
export function readManaged(policy: unknown): Managed {
  const fields = typeof policy === 'object' && policy !== null ? (policy as Record<string, unknown>) : {};
  const fixed = Object.fromEntries(
    Fixable.options.flatMap((name) => {
      const parsed = Settings.shape[name].safeParse(fields[name]);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
  const hosts: unknown[] = Array.isArray(fields['sitesOff']) ? fields['sitesOff'] : [];
  const sitesOff = hosts.flatMap((host) => {
    const parsed = Host.safeParse(typeof host === 'string' ? host.trim().toLowerCase() : host);
    return parsed.success ? [parsed.data] : [];
  });
  return {
    fixed,
    sitesOff: [...new Set(sitesOff)].toSorted(),
    network: fields['network'] === undefined || fields['network'] === true,
  };
}

/** The reader's settings under a policy. Pure. */
export function underPolicy(own: Settings, { fixed, sitesOff }: Managed): Settings {
  return { ...own, ...fixed, sitesOff: [...new Set([...own.sitesOff, ...sitesOff])].toSorted() };
}
