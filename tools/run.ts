// Runs a command of another tool and keeps what it prints.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './project.ts';

export interface Ran {
  /** The exit code; 1 where a signal or a missing program ended it. */
  code: number;
  output: string;
  /** Milliseconds. */
  took: number;
}

/** A tool from node_modules or from PATH. Never throws: a program that can't start is a code of 1 and a sentence. */
export function run(
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string>; limitMs?: number; show?: boolean } = {},
): Promise<Ran> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
      if (options.show === true) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(
      () => {
        output += `\n${command} took more than ${Math.round((options.limitMs ?? 0) / 1000)} s and was stopped.`;
        child.kill('SIGKILL');
      },
      options.limitMs ?? 2 ** 31 - 1,
    );
    const end = (code: number): void => {
      clearTimeout(timer);
      resolve({ code, output, took: performance.now() - began });
    };
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
