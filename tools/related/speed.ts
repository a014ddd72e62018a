// How long a paper's related works take, as the worker answers them, in Node: time of the processor, so that other work
// of the machine does not count.
import { relatedTo } from '../../lib/related/related.ts';
import { contentWords } from '../../lib/text/content-words.ts';
import { realPapers } from '../bench/titles.ts';
import { lookupOf, severalTimes, titlesOf, withAbstracts, type MadePaper } from './catalog.ts';
import { quantile, sample } from './gain.ts';
import { paperOf } from './rules.ts';

const ASKED = 200;
/** So many copies of 239,000 papers are three million. */
const COPIES = 13;

/** Milliseconds. Papers without abstract words get those of another: every paper has an abstract to compare. */
export async function measureSpeed(
  shared: string,
  papers: readonly MadePaper[],
): Promise<{ name: string; value: number; goal: number }[]> {
  const withWords = papers.filter(({ words }) => words !== undefined);
  const more = realPapers(shared).slice(0, -papers.length);
  const all = [...papers, ...more].map((one: MadePaper, at): MadePaper => ({
    ...one,
    words: one.words ?? withWords[at % withWords.length]?.words,
  }));
  const source = withAbstracts(await titlesOf(all), all);
  const answer: { name: string; value: number; goal: number }[] = [];
  for (const [copies, median, slow] of [
    [1, 10, 25],
    [COPIES, 25, 60],
  ] as const) {
    const lookup = lookupOf(copies === 1 ? source : severalTimes(source, copies));
    const times: number[] = [];
    for (const at of [...sample([...all.keys()], 40), ...sample([...all.keys()].slice(1), ASKED)]) {
      const paper = all[at];
      if (paper === undefined) continue;
      const words = [...contentWords(`${paper.title} ${(paper.words ?? []).join(' ')}`).keys()];
      // What is made for larger catalogs is made at the first question.
      if (copies > 1)
        for (const word of words)
          await Promise.all([
            lookup.paperSources[0]?.words?.(word, true),
            lookup.paperSources[0]?.abstractWords?.(word, true),
          ]);
      const started = process.cpuUsage();
      await relatedTo(lookup, paperOf({ ...paper, at }), { abstract: (paper.words ?? []).join(' ') });
      const { user, system } = process.cpuUsage(started);
      times.push((user + system) / 1000);
    }
    const warm = times.slice(40);
    const size = `${Math.round((all.length * copies) / 1000)},000 papers`;
    answer.push(
      { name: `${size}, median ms`, value: quantile(warm, 0.5), goal: median },
      { name: `${size}, p95 ms`, value: quantile(warm, 0.95), goal: slow },
    );
  }
  return answer;
}
