// Do both builds carry our licence, and the notice of each package that we say ships?
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesFile } from './notices.ts';
import { builds, fromRoot, root, type Verdict } from './project.ts';

/** What is missing in a build's notices or in the table of docs/dependencies.md, a sentence each. Pure. */
export function noticeProblems(shipped: readonly string[], notices: string, table: string): string[] {
  const named = (text: string, name: string): boolean => text.split('\n').some((line) => line.startsWith(`${name} `));
  const rows = table.replaceAll(/^\| /gmu, '').replaceAll(',', ' ');
  return shipped.flatMap((name) => [
    ...(named(notices, name) ? [] : [`${noticesFile} lacks ${name}: is it in the build at all?`]),
    ...(new RegExp(`(?:^|\\s)${name}[ \`]`, 'mu').test(rows) ? [] : [`docs/dependencies.md lacks ${name}.`]),
  ]);
}

export function checkNotices(): Verdict {
  const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }; // npm's own format.
  const [table = ''] = read('docs/dependencies.md').split('## For building');
  const problems = Object.values(builds).flatMap((folder) => {
    const [licence, notices] = [join(folder, 'LICENSE.txt'), join(folder, noticesFile)];
    if (!existsSync(licence) || !existsSync(notices))
      return [`${fromRoot(folder)} lacks LICENSE.txt or ${noticesFile}.`];
    if (readFileSync(licence, 'utf8') !== read('LICENSE')) return [`${fromRoot(licence)} is not our licence.`];
    return noticeProblems(Object.keys(dependencies), readFileSync(notices, 'utf8'), table);
  });
  return { problems: [...new Set(problems)], looked: `both builds, ${Object.keys(dependencies).length} packages` };
}
