// Keys of a card. A part says what it can do (`useCommand('cite', copy)`); the outermost scope turns keys into
// commands and runs the newest part in sight that offers one. A key that no part uses is left to the page.
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { commandOf, type Command, type CommandName } from './keys.ts';

/** False: it did nothing after all. */
type Run = (command: Command) => boolean | void;
interface Offer {
  name: CommandName;
  run: Run;
  inSight: boolean;
}
const Offers = createContext<Set<Offer> | null>(null);
/** False for what is mounted but hidden beneath another level. */
export const InSight = createContext(true);

export function useCommand(name: CommandName, run: Run): void {
  const offers = useContext(Offers);
  const inSight = useContext(InSight);
  const offer = useRef<Offer>({ name, run, inSight });
  useEffect(() => {
    Object.assign(offer.current, { run, inSight });
  });
  useEffect(() => {
    const { current } = offer;
    offers?.add(current);
    return () => {
      offers?.delete(current);
    };
  }, [offers]);
}

const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

/** Does what a key is for, and keeps it from the page; false: no part uses it. */
export type PressKey = (event: KeyboardEvent) => boolean;

const isField = (target: EventTarget | null): boolean => target instanceof Element && target.matches(fields);

/**
 * Inside another scope it is only a box: the focus may be on the dialog around both.
 * @param onKeys gets what a key outside of the card is given to, while the pointer is in the card
 */
export function CommandScope({
  className,
  children,
  onKeys,
}: {
  className?: string;
  children: ReactNode;
  onKeys?: ((press: PressKey) => void) | undefined;
}) {
  const outer = useContext(Offers);
  const [own] = useState(() => new Set<Offer>());

  const press: PressKey = (event) => {
    if (event.defaultPrevented || !event.isTrusted || event.isComposing) return false;
    const { key, altKey, ctrlKey, metaKey } = event;
    const command = commandOf({ key, altKey, ctrlKey, metaKey, inField: isField(event.target) });
    const offer =
      command === null ? undefined : [...own].findLast(({ name, inSight }) => inSight && name === command.do);
    if (command === null || offer === undefined) return false;
    // A key held down repeats: stepping may, saving may not.
    const again = event.repeat && command.do !== 'next' && command.do !== 'previous';
    if (!again && offer.run(command) === false) return false;
    event.preventDefault();
    return true;
  };
  useEffect(() => onKeys?.(press));
  if (outer !== null) return <div className={className}>{children}</div>;
  return (
    <Offers value={own}>
      <div className={className} onKeyDown={({ nativeEvent }) => press(nativeEvent)}>
        {children}
      </div>
    </Offers>
  );
}
