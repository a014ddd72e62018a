// Where Byline runs: what the browser allows, what the reader and the institution switched off, and what is offered.
import { browser } from '../../browser/browser.ts';
import type { Answer } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/server.ts';
import { getManaged } from '../../settings/managed.ts';
import { isOff } from '../../settings/sites-off.ts';
import { getSettings } from '../../settings/store.ts';
import { isWithin, wholeHost } from '../../sites/match-pattern.ts';
import { byName, offeredOrigins } from '../../sites/permissions.ts';
import { byManifest, grantedOrigins } from '../page-script.ts';

type Site = Answer<'sites.list'>['sites'][number];

/** The hosts by which readers know "*.nature.com". */
const hostsOf = (host: string): string[] => (host.startsWith('*.') ? [host.slice(2), `www.${host.slice(2)}`] : [host]);

export function sitesHandlers(): Pick<Handlers, 'sites.list'> {
  return {
    'sites.list': async () => {
      const [{ origins: held = [] }, granted, settings, managed] = await Promise.all([
        browser.permissions.getAll(),
        grantedOrigins(),
        getSettings(),
        getManaged(),
      ]);
      const siteOf = (origin: string, atInstall: boolean): Site => {
        const host = /^[^:]+:\/\/([^/]+)/u.exec(origin)?.[1] ?? origin;
        const isListed = (off: readonly string[]): boolean => [host, ...hostsOf(host)].some((one) => isOff(off, one));
        return {
          host,
          origin,
          atInstall,
          allowed: held.some((one) => isWithin(origin, one)),
          off: isListed(settings.sitesOff),
          managed: isListed(managed.sitesOff),
        };
      };
      const atInstall = byManifest().map(wholeHost).toSorted(byName);
      const offered = offeredOrigins(navigator.languages).filter(
        (origin) => !atInstall.some((one) => isWithin(origin, one)),
      );
      return {
        sites: [...atInstall.map((one) => siteOf(one, true)), ...offered.map((one) => siteOf(one, false))],
        // What an offered site that is allowed covers needs no line of its own.
        others: granted.filter((origin) => !offered.some((one) => held.includes(one) && isWithin(origin, one))),
      };
    },
  };
}
