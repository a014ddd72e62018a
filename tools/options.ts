// The options of our commands: `parseArgs` of Node, with complaints that are one clear sentence, and what every
// command does with them.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { NoBrowser } from './browser/find.ts';

/** The command was typed wrong; the message is one sentence for who typed it. Exit code 2. */
export class WrongOption extends Error {
  override name = 'WrongOption';
}

function complaint(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const [name = ''] = /(?<=')[^' ]*/u.exec(message) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${name}.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `${name} is no option.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `${name} ${message.includes('does not take') ? 'takes no value' : 'needs a value'}.`;
    default:
      throw error;
  }
}

/** `parseArgs`, strict. Throws WrongOption, also for an empty value and for an option that is given twice. */
export function parseOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  let tokens: { kind: string; name?: string; rawName?: string; value?: string | undefined }[];
  try {
    ({ tokens = [] } = parseArgs({ ...(config as ParseArgsConfig), strict: true, tokens: true }));
  } catch (error) {
    throw new WrongOption(complaint(error));
  }
  const seen = new Set<string>();
  for (const { kind, name = '', rawName = '', value } of tokens) {
    if (kind !== 'option') continue;
    if (value === '') throw new WrongOption(`${rawName} needs a value.`);
    if (seen.has(name) && config.options?.[name]?.multiple !== true)
      throw new WrongOption(`${rawName} is given twice.`);
    seen.add(name);
  }
  return parseArgs(config);
}

/** A whole number not below `least`. */
export function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new WrongOption(`${name} is a whole number from ${least}.`);
  return value;
}

/**
 * Runs a command on the words it was given and sets the exit code: what `work` answers, 2 for a wrong option, 1 where
 * anything else goes wrong.
 */
export async function runCommand(usage: string, work: (words: string[]) => Promise<number>): Promise<void> {
  const words = process.argv.slice(2);
  if (words.includes('--help')) {
    console.log(usage);
    return;
  }
  try {
    process.exitCode = await work(words);
  } catch (error) {
    if (error instanceof WrongOption) console.error(`${error.message} See --help.`);
    else console.error(error instanceof NoBrowser ? error.message : error);
    process.exitCode = error instanceof WrongOption ? 2 : 1;
  }
}
