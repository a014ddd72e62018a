// Every path of ours that a page of documentation names has to exist, and so has every file that it links to; the README
// is read in a minute.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFiles, root, type Verdict } from './project.ts';

/** Maximum lines of the README: what is longer goes to docs/. */
const MAX_README_LINES = 80;

const named = /`((?:lib|components|entrypoints|tools|tests|docs|seeds|public)\/[^`\s]*)`/gu;
const linked = /\]\((?![a-z]+:|#)([^)\s#]+)[^)\s]*\)/gu;
/** Files that the reader is to write, and names that stand for several. */
const isExample = (path: string): boolean => /[<>*…]|\bexample\b|\b005-name\b/u.test(path);

/** What is wrong with one page, a sentence a path; `exists` is asked for paths from the project's root. */
export function docProblems(page: string, text: string, exists: (path: string) => boolean): string[] {
  const lines = text.trimEnd().split('\n');
  const tooLong =
    page === 'README.md' && lines.length > MAX_README_LINES
      ? [`${page} has ${lines.length} lines; at most ${MAX_README_LINES} are read.`]
      : [];
  const missing = lines.flatMap((line, at) => {
    const paths = [
      ...[...line.matchAll(named)].map(([, path = '']) => path),
      ...[...line.matchAll(linked)].map(([, path = '']) => join(dirname(page), path)),
    ];
    return paths
      .filter((path) => !isExample(path) && !exists(path))
      .map((path) => `${page}:${at + 1} names ${path}, which does not exist.`);
  });
  return [...tooLong, ...missing];
}

export function checkDocs(): Verdict {
  const pages = projectFiles().filter((path) => path.endsWith('.md'));
  return {
    problems: pages.flatMap((page) =>
      docProblems(page, readFileSync(join(root, page), 'utf8'), (path) => existsSync(join(root, path))),
    ),
    looked: `${pages.length} pages`,
  };
}
