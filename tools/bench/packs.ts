// The large packs that are measured: built once and kept in the system's temporary folder until what builds them changes.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filesUnder, root } from '../project.ts';

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder('lib/packs'),
    ...filesUnder('lib/text'),
    'lib/packs/tables/title-index.ts',
    'tools/bench/titles.ts',
  ];
  for (const file of [...files, 'tools/bench/records.ts']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Path of a pack file with `count` papers. */
export async function packFile(count: number, shared: string | null): Promise<string> {
  const folder = join(tmpdir(), 'byline-bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${count}-${shared === null ? 'made' : 'real'}-${fingerprint()}.byline`);
  if (existsSync(file)) return file;
  console.error(`Building a pack of ${count} papers …`);
  const script = join(root, 'tools/bench/make-pack.ts');
  const half = `${file}.${process.pid}`;
  await promisify(execFile)(
    process.execPath,
    [
      '--max-old-space-size=16000',
      '--import',
      'tsx',
      script,
      String(count),
      half,
      ...(shared === null ? [] : [shared]),
    ],
    { cwd: root },
  );
  renameSync(half, file);
  return file;
}
