// Byline's signs, drawn on a 14 unit grid. Decoration beside words: hidden from screen readers.
import type { ReactNode } from 'react';

const line = (d: string, width = 1.4): ReactNode => (
  <path d={d} fill="none" stroke="currentColor" strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />
);
const ribbon = 'M3.5 1.8h7v10.4L7 9.4l-3.5 2.8z';

const drawings = {
  /** Byline itself: a title, the line under it, and whose line it is. */
  byline: (
    <>
      {line('M2 3.5h10M2 7h6.5', 1.5)}
      <circle cx="11" cy="8.6" r="2.3" fill="currentColor" />
    </>
  ),
  code: line('M5 3.5 1.5 7 5 10.5M9 3.5 12.5 7 9 10.5', 1.5),
  /** On the list. */
  bookmark: <path d={ribbon} fill="currentColor" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />,
  /** Not on the list yet. */
  'bookmark-outline': line(ribbon, 1.3),
  star: (
    <path
      d="M7 1.700l1.650 3.350 3.700.540-2.680 2.610.630 3.690L7 10.150l-3.300 1.740.630-3.690L1.650 5.590l3.700-.540z"
      fill="currentColor"
    />
  ),
  'star-outline': line(
    'M7 1.700l1.650 3.350 3.700.540-2.680 2.610.630 3.690L7 10.150l-3.300 1.740.630-3.690L1.650 5.590l3.700-.540z',
    1.2,
  ),
  /** Half read. */
  half: (
    <>
      <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M7 2.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />
    </>
  ),
  tick: line('m2.5 7.5 3 3 6-7', 1.6),
  person: (
    <>
      <circle cx="7" cy="4.4" r="2.4" fill="currentColor" />
      <path d="M2.4 12.2c.4-2.8 2.2-4.2 4.6-4.2s4.2 1.4 4.6 4.200z" fill="currentColor" />
    </>
  ),
  /** Not followed. */
  'person-outline': line('M7 2a2.4 2.4 0 1 0 .01 0zM2.6 12c.4-2.7 2.1-4 4.4-4s4 1.3 4.4 4z', 1.2),
  /** Quotation marks: cite. */
  cite: (
    <path
      d="M5.6 3.200C3.6 4 2.4 5.6 2.4 8.200v2.400h3.600V7H4.200c.1-1.3.7-2.1 1.9-2.700zM11.6 3.200C9.6 4 8.4 5.6 8.4 8.200v2.400H12V7h-1.800c.1-1.3.7-2.1 1.9-2.700z"
      fill="currentColor"
    />
  ),
  /** Leaves this page. */
  elsewhere: line('M4 10 10.3 3.700M5.2 3.500h5.300v5.3'),
  back: line('M11.5 7h-9M6 3.2 2.2 7 6 10.8'),
  close: line('m3.5 3.5 7 7M10.5 3.500l-7 7'),
  pin: line('M5 1.800h4M5.6 1.800v3.700L3.8 8h6.400L8.4 5.500V1.800M7 8v4.2', 1.3),
  chevron: line('m3.5 5.3 3.5 3.5 3.5-3.5'),
  /** Options. */
  sliders: (
    <>
      {line('M2 4.2h4.4M10 4.2h2M2 9.8h2M7.6 9.8H12', 1.3)}
      <circle cx="8.2" cy="4.2" r="1.7" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <circle cx="5.8" cy="9.8" r="1.7" fill="none" stroke="currentColor" strokeWidth="1.3" />
    </>
  ),
  /** A panel beside the page. */
  panel: line('M2 2.500h10v9H2zM8.5 2.500v9', 1.3),
  search: (
    <>
      <circle cx="6" cy="6" r="3.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
      {line('m9 9 3 3', 1.5)}
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** `flip`: signs with a direction are mirrored in right-to-left interfaces. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  const flips = name === 'back' || name === 'elsewhere';
  return (
    <svg
      viewBox="0 0 14 14"
      className={`b-icon${flips ? ' b-flips' : ''}${className === '' ? '' : ` ${className}`}`}
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
