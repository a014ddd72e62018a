// The institution's policy, as the browser hands it over: Chrome by its own policies, Firefox by those or a file.
import { browser } from '../browser/browser.ts';
import { readManaged, type Managed } from './policy.ts';

// Firefox looks for a file each time, and throws where none is; so it is asked once, and after each change.
let asked: Promise<Managed> | null = null;
let told: (() => void) | null = null;
let hears = false;

function hear(): void {
  if (hears) return;
  hears = true;
  browser.storage.onChanged.addListener((_, area) => {
    if (area !== 'managed') return;
    asked = null;
    told?.();
  });
}

export function getManaged(): Promise<Managed> {
  hear();
  asked ??= Promise.resolve()
    .then((): Promise<unknown> => browser.storage.managed.get())
    .catch(() => null)
    .then(readManaged);
  return asked;
}

/** Tells the worker of each change of the policy. To be called as it starts. */
export function followManaged(changed: () => void): void {
  told = changed;
  hear();
}
