// Which addresses are kept and offered at all. Without Zod: the interface asks it too.

/**
 * Maximum characters of an address that is kept or opened. Addresses of papers, PDFs and repositories have less than 300;
 * what is longer is a search, a login on its way or an attack, and some servers refuse it.
 */
export const MAX_ADDRESS = 2000;

/** https, a host, and no name or password before it: "https://arxiv.org@evil.example/" leads elsewhere than it says, and so
 *  does one with a backslash. */
export const HTTPS_ADDRESS = /^https:\/\/[^\s<>"/?#\\@]+(?:[/?#][^\s<>"\\]*)?$/;

export const isHttpsAddress = (address: string): boolean =>
  address.length <= MAX_ADDRESS && HTTPS_ADDRESS.test(address);
