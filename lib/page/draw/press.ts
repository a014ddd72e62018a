// Presses on something of ours that stays in one place of the window and is no target of the page's pointer events.

/** Calls `act` for a trusted click that begins and ends there; the page hears nothing of it. */
export function onPress(isAt: (x: number, y: number) => boolean, act: () => void, signal: AbortSignal): void {
  // A press on it is ours from down to click.
  let pressed = false;
  const swallow = (event: MouseEvent): void => {
    if (!event.isTrusted) return;
    const isHere = isAt(event.clientX, event.clientY);
    if (event.type === 'pointerdown') pressed = event.button === 0 && isHere;
    if (!pressed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click') return;
    pressed = false;
    if (isHere) act();
  };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const)
    addEventListener(type, swallow, { capture: true, signal });
}
