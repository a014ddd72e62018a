// Finds regular expressions that take more than linear time on an adversarial text: a page writes what we read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Visitor, parseSync } from 'oxc-parser';
import { analyse } from 'scslre';
import { filesUnder, root, type Verdict } from './project.ts';

interface Pattern {
  source: string;
  flags: string;
  line: number;
}

/** Literals, and `RegExp('…')` made from a plain string. */
export function patternsOf(path: string, text: string): Pattern[] {
  const found: Pattern[] = [];
  const line = (offset: number): number => text.slice(0, offset).split('\n').length;
  new Visitor({
    Literal(node) {
      if ('regex' in node && node.regex !== null)
        found.push({ source: node.regex.pattern, flags: node.regex.flags, line: line(node.start) });
    },
  }).visit(parseSync(path, text).program);
  return found;
}

/** What is wrong with one pattern, also where only trying each start of a long repeat makes it slow (`\s+$`); empty where
 *  it is linear. */
export function slow({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string[] {
  const { reports } = analyse({ source, flags });
  return reports.map((report) =>
    report.exponential ? 'can take exponential time' : 'can take time that grows with the square of its text',
  );
}

export function checkPatterns(): Verdict {
  let count = 0;
  const problems: string[] = [];
  for (const path of ['entrypoints', 'components', 'lib'].flatMap((folder) =>
    filesUnder(folder, (file) => /\.tsx?$/u.test(file)),
  ))
    for (const pattern of patternsOf(path, readFileSync(join(root, path), 'utf8'))) {
      count++;
      for (const what of new Set(slow(pattern)))
        problems.push(
          `${path}:${pattern.line} /${pattern.source}/${pattern.flags} ${what}; rewrite it so that no two repeats can match the same text, and none can begin in its own middle.`,
        );
    }
  return { problems, looked: `${count} patterns` };
}
