// References in the six styles that papers ask for most. Pure.
import type { Paper } from '../../../paper/schema.ts';
import { acmReference } from './acm.ts';
import { apaReference } from './apa.ts';
import { chicagoReference } from './chicago.ts';
import { citedWork, type CitedWork } from './cited-work.ts';
import { ieeeReference } from './ieee.ts';
import type { ReferenceLine } from './line.ts';
import { mlaReference } from './mla.ts';
import { natureReference } from './nature.ts';

const styles = {
  apa: apaReference,
  mla: mlaReference,
  chicago: chicagoReference,
  ieee: ieeeReference,
  acm: acmReference,
  nature: natureReference,
} as const satisfies Record<string, (work: CitedWork) => ReferenceLine>;
export type StyleName = keyof typeof styles;
export const styleNames = Object.keys(styles) as StyleName[];

/** The same text twice. */
interface WrittenTwice {
  text: string;
  /** With italics and bold. */
  html: string;
}

/** A line a paper, in the order given; without numbers, which are the other document's. */
export function styledReferences(
  style: StyleName,
  papers: readonly Paper[],
  works: readonly CitedWork[] = papers.map(citedWork),
): WrittenTwice {
  const lines = works.map((work) => styles[style](work));
  return {
    text: lines.map(({ text }) => text).join('\n'),
    html: lines.map(({ html }) => `<p>${html}</p>`).join(''),
  };
}
