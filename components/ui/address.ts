// The only way an address gets onto the screen or is opened: https, complete, and without a name or password in it.
import { MAX_ADDRESS } from '../../lib/paper/https-address.ts';

/** The address as the browser would go to it, or null for any other kind (`javascript:`, `data:`, `http:`, relative). */
export function safeAddress(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > MAX_ADDRESS || !/^https:\/\//i.test(address)) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

/** Opens it in a new tab that knows nothing of this one. */
export function openAddress(address: string): void {
  const safe = safeAddress(address);
  if (safe !== null) window.open(safe, '_blank', 'noopener,noreferrer');
}
