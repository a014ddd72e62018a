// npm run zip: what stores take. A build for each browser family, and the sources from which reviewers build it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { root } from './project.ts';
import { run } from './run.ts';
import { sourceFiles } from './source-files.ts';

async function main(): Promise<number> {
  for (const browser of ['chrome', 'firefox']) {
    const { code } = await run('wxt', ['zip', '-b', browser], { limitMs: 300_000, show: true });
    if (code !== 0) return code;
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }; // npm's own format.
  const name = `.output/byline-${version}-sources.zip`;
  const files = sourceFiles();
  const content: Zippable = Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path))]));
  writeFileSync(join(root, name), zipSync(content, { level: 9, mtime: '2026-01-01' }));
  console.log(`${name}: ${files.length} files`);
  return 0;
}

process.exitCode = await main();
