// The page where a reader saved a paper, as an entry keeps it.
/** Maximum characters of an address that is kept. */
const MAX_ADDRESS = 2000;

/** Without its fragment, name and password; nothing of a page that is not `https`. */
export function savedFrom(page: string | null): { savedFrom?: string } {
  if (page === null || !URL.canParse(page)) return {};
  const address = new URL(page);
  if (address.protocol !== 'https:') return {};
  Object.assign(address, { hash: '', username: '', password: '' });
  return address.href.length > MAX_ADDRESS ? {} : { savedFrom: address.href };
}
