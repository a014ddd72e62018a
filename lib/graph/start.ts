// Where nodes stand before they are laid out: by the hash of their key, so that a graph looks the same at every visit
// with nothing kept of it. Pure.
import { hashOf } from '../text/string-hash.ts';

export interface Point {
  x: number;
  y: number;
}

/** Distance between neighbours that a layout aims at. */
export const LINK_LENGTH = 90;

/** A place in a disk that has room for so many nodes. */
export function startOf(key: string, nodes: number): Point {
  const [one, other] = hashOf(key);
  const radius = LINK_LENGTH * Math.sqrt((nodes * one) / 2 ** 32) * 0.6;
  const angle = (other / 2 ** 32) * 2 * Math.PI;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** A place beside a node that has one: away from the middle, to the side that the hash says. `reach`: how much further
 *  out than a neighbour of its first. */
export function besideOf(key: string, parent: Point, reach = 1): Point {
  const [one, other] = hashOf(key);
  const away = Math.atan2(parent.y, parent.x);
  const still = Math.hypot(parent.x, parent.y) < 1;
  const angle = away + (one / 2 ** 32 - 0.5) * (still ? 2 : 1.1) * Math.PI;
  const radius = LINK_LENGTH * reach * (0.7 + (other / 2 ** 32) * 0.6);
  return { x: parent.x + radius * Math.cos(angle), y: parent.y + radius * Math.sin(angle) };
}
