// npm run catalog [-- --json FILE]
import { runCatalog } from './catalog-command.ts';
import { root } from './project.ts';

process.exitCode = runCatalog(process.argv.slice(2), root, { print: console.log, complain: console.error });
