// Words and links of a text in Markdown. Pure.
import { isHttpsAddress } from '../../paper/https-address.ts';

/** What Markdown would read as more than a letter. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~$&!]/g, String.raw`\$&`);

export const markdownLink = (words: string, address: string | undefined): string =>
  address === undefined || !isHttpsAddress(address)
    ? words
    : `[${words}](<${address.replace(/[<>`\\]/g, (sign) => encodeURIComponent(sign))}>)`;

/** "ICLR 2020": the year is not said twice where the venue has it. */
export const venueAndYear = (venue: string, year: number | null): string =>
  [venue, year === null || venue.includes(String(year)) ? '' : String(year)].filter((part) => part !== '').join(' ');
