// A pack's id from its name: the same name is the same pack, so that a newer file takes the older one's place; and from
// where it is published. Pure.
import { hashOf } from '../text/string-hash.ts';

/** With `p-` in front: ids that Byline gives itself have none. */
export function packId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  // Letters that an id can't have are told apart by a hash.
  const plain = /^[\x20-\x7E]*$/u.test(name) && slug.length <= 36 && slug !== '';
  if (plain) return `p-${slug}`;
  const cut = slug.slice(0, 24).replace(/-$/u, '');
  return `p-${cut === '' ? '' : `${cut}-`}${hashOf(name)[0].toString(16).padStart(8, '0')}`;
}

/** Packs of one field that one publisher offers are a series of this name. */
export const publishedSeries = ({ address, field }: { address: string; field: string }): string =>
  `${address} ${field}`;

/** The id of a publisher's pack; null for a whole one, which takes the place of the one before it. */
export const publishedPackId = (from: { address: string; field: string }, adds: number | null): string => {
  const hash = hashOf(publishedSeries(from)).map((part) => part.toString(36).padStart(7, '0'));
  return `s-${hash.join('')}${adds === null ? '' : `-${adds}`}`;
};
