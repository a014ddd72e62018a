// References in the six styles that papers ask for most. Pure.
import type { Paper } from '../../../paper/schema.ts';
import { acm } from './acm.ts';
import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import { citedWork, type CitedWork } from './cited-work.ts';
import { ieee } from './ieee.ts';
import type { Line } from './line.ts';
import { mla } from './mla.ts';
import { nature } from './nature.ts';

const styles = { apa, mla, chicago, ieee, acm, nature } as const satisfies Record<string, (work: CitedWork) => Line>;
export type StyleName = keyof typeof styles;
export const styleNames = Object.keys(styles) as StyleName[];

/** The same text twice. */
export interface Copied {
  text: string;
  /** With italics and bold. */
  html: string;
}

/** A line a paper, in the order given; without numbers, which are the other document's. */
export function references(
  style: StyleName,
  papers: readonly Paper[],
  works: readonly CitedWork[] = papers.map(citedWork),
): Copied {
  const lines = works.map((work) => styles[style](work));
  return {
    text: lines.map(({ text }) => text).join('\n'),
    html: lines.map(({ html }) => `<p>${html}</p>`).join(''),
  };
}
