// Sites that are switched off, as hosts: "arxiv.org", or "*.nature.com" for a host with all its subdomains. Pure.

/** Is every host of `inner` one of `outer`'s? Both may begin with "*.". */
const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || (outer.startsWith('*.') && (inner === outer.slice(2) || inner.endsWith(outer.slice(1))));

/** Is a page's host switched off? */
export const isOff = (sitesOff: readonly string[], host: string): boolean =>
  sitesOff.some((off) => isWithin(host, off));

/** The list with one site switched: what switches on "*.nature.com" does so for each of its hosts. */
export function switched(sitesOff: readonly string[], host: string, on: boolean): string[] {
  if (!on) return [...sitesOff.filter((off) => off !== host), host].toSorted();
  return sitesOff.filter((off) => !isWithin(off, host) && !isWithin(host, off));
}
