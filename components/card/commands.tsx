// Keys of a card. A part says what it can do (`useCommand('cite', copy)`); the scope around it turns keys into
// commands and runs the newest part that offers one. What nobody offers goes up to the scope outside, then to the
// page.
import { createContext, useContext, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { commandOf, type Command, type CommandName } from './keys.ts';

/** Says whether it did something; a key that did nothing stays the page's. */
type Run = (command: Command) => boolean | void;
type Offers = Map<CommandName, Run>;
const Scope = createContext<Offers | null>(null);

export function useCommand(name: CommandName, run: Run): void {
  const offers = useContext(Scope);
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  useEffect(() => {
    if (offers === null) return;
    const offered: Run = (command) => newest.current(command);
    offers.set(name, offered);
    return () => {
      if (offers.get(name) === offered) offers.delete(name);
    };
  }, [offers, name]);
}

const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

export function CommandScope({ className, children }: { className?: string; children: ReactNode }) {
  const [offers] = useState<Offers>(() => new Map());
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || !event.isTrusted || event.nativeEvent.isComposing) return;
    const { key, altKey, ctrlKey, metaKey } = event;
    const inField = event.target instanceof Element && event.target.matches(fields);
    const command = commandOf({ key, altKey, ctrlKey, metaKey, inField });
    const run = command === null ? undefined : offers.get(command.do);
    // A key held down repeats: stepping may, saving may not.
    if (command === null || run === undefined) return;
    if (event.repeat && command.do !== 'next' && command.do !== 'previous') {
      event.preventDefault();
      return;
    }
    if (run(command) !== false) event.preventDefault();
  };
  return (
    <Scope value={offers}>
      <div className={className} onKeyDown={onKeyDown}>
        {children}
      </div>
    </Scope>
  );
}
