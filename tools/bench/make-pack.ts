// Writes a pack file of COUNT papers: `make-pack.ts COUNT FILE [SHARED]`. A process of its own, for a builder of
// millions of rows needs more memory than Node gives by itself, and gives it back at its end.
import { closeSync, openSync, writeSync } from 'node:fs';
import { buildPack } from '../../lib/packs/build.ts';
import { packFileParts } from '../../lib/packs/file.ts';
import { packFacts, recordsFor } from './records.ts';

const [count = '', file = '', shared] = process.argv.slice(2);
const built = await buildPack(packFacts(Number(count)), recordsFor(Number(count), shared ?? null));
const open = openSync(file, 'w');
for (const part of packFileParts(built)) writeSync(open, part);
closeSync(open);
