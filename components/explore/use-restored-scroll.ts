// A page to which one comes back is where it was left; a new one begins at its head.
import { useLayoutEffect } from 'react';
import { scrollOf } from './use-walk.ts';

/** For what is rendered once the page's answer is there. */
export function useRestoredScroll(key: string): void {
  useLayoutEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    window.scrollTo({ top: scrollOf(key), behavior: 'instant' });
  }, [key]);
}
