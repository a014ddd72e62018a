// The colours of marks: the palette of components/ui/tokens.css (a test compares them), for light pages, for dark
// pages, and the system's own where the reader forces colours. Marks follow the page beneath, not the reader's scheme.

export interface MarkColours {
  rule: string;
  line: string;
  people: string;
  paper: string;
  faint: string;
  code: string;
  saved: string;
  accent: string;
  wash: string;
}
export const light: MarkColours = {
  rule: '#e4dfd5',
  line: '#cfc8ba',
  people: '#7a2e4d',
  paper: '#ffffff',
  faint: '#6f695f',
  code: '#1a5c55',
  saved: '#855600',
  accent: '#1a5c55',
  wash: '#e6f0ed',
};
export const dark: MarkColours = {
  rule: '#36332e',
  line: '#4a463f',
  people: '#e59ab8',
  paper: '#23221f',
  faint: '#8d867b',
  code: '#7cc7bb',
  saved: '#e0b25a',
  accent: '#7cc7bb',
  wash: '#1f3330',
};
const forced: MarkColours = {
  rule: 'CanvasText',
  line: 'CanvasText',
  people: 'LinkText',
  paper: 'Canvas',
  faint: 'CanvasText',
  code: 'CanvasText',
  saved: 'CanvasText',
  accent: 'Highlight',
  wash: 'Highlight',
};

/** "rgb(1 2 3 / .5)" and "rgba(1, 2, 3, .5)" to red, green, blue (0-255) and opacity; null for other colour spaces. */
export function parseColour(colour: string): [number, number, number, number] | null {
  if (!colour.startsWith('rgb')) return null;
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/gu)?.map(Number) ?? [];
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue, alpha];
}

/** Relative luminance, 0 to 1 (WCAG 2). */
export function luminance([red, green, blue]: readonly [number, number, number, number]): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

let forcedColours: MediaQueryList | undefined;
export const coloursOn = (isDarkBackground: boolean): MarkColours => {
  forcedColours ??= matchMedia('(forced-colors: active)');
  return forcedColours.matches ? forced : isDarkBackground ? dark : light;
};

/** The background of text; over a picture, and where nothing is painted, the colour of the text tells best. */
export type Shade = 'dark' | 'light' | 'as the text says';

/** What an element's own style says; null: its parent's background shows. */
export function shadeIn(style: CSSStyleDeclaration): Shade | null {
  if (style.backgroundImage.includes('url(')) return 'as the text says';
  const background = parseColour(style.backgroundColor);
  return background !== null && background[3] > 0.5 ? (luminance(background) < 0.2 ? 'dark' : 'light') : null;
}

export function isDark(shade: Shade, { color }: CSSStyleDeclaration): boolean {
  if (shade !== 'as the text says') return shade === 'dark';
  const colours = parseColour(color);
  return colours !== null && luminance(colours) > 0.5;
}
