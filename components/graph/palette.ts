// The interface's colours as a canvas needs them: resolved for light, dark and the reader's own.

const tokens = {
  paper: '--paper',
  ink: '--ink',
  ink2: '--ink-2',
  edge: '--edge',
  rule: '--rule-strong',
  accent: '--accent',
  people: '--people',
  found: '--saved',
  foundWash: '--saved-wash',
} as const;

export type Palette = Readonly<Record<keyof typeof tokens, string>>;
export interface Look {
  palette: Palette;
  serif: string;
  sans: string;
}

/** Reads them off an element of the interface, which a moment later is as it was. */
export function lookOf(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const palette = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => {
      probe.style.color = `var(${token})`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as Record<keyof typeof tokens, string>;
  probe.remove();
  return { palette, serif: style.getPropertyValue('--serif'), sans: style.getPropertyValue('--sans') };
}

/** What changes the colours without a change of ours. */
export const lookQueries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];
