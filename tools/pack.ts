// npm run pack -- build --from KIND IN… --out FILE [--name … --licence …]
// npm run pack -- publish --from KIND IN… --out DIR [--fields ID,…]
// npm run pack -- check FILE [--json OUT]
import { runPack } from './pack/command.ts';

process.exitCode = await runPack(process.argv.slice(2), { print: console.log, complain: console.error });
