// What `npm run bench` was asked for. A wrong word is one clear sentence.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Wrong } from '../annotate/options.ts';
import { root } from '../project.ts';
import { figureNames, isFigureName, type FigureName } from './figures.ts';

export interface Asked {
  only: readonly FigureName[];
  /** Titles in the largest pack. */
  titles: number;
  repeats: number;
  json: string | null;
  /** A folder with `titles/` and `pages/`; null where there is none: then all titles are made. */
  shared: string | null;
}

export const usage = `npm run bench -- [options]

  --quick        the real titles alone (239,000) and 3 repeats, for a first look
  --only NAME    one figure; can stand several times: ${figureNames.join(' ')}
  --titles N     titles in the largest pack (3000000)
  --repeats N    measurements of each (11)
  --shared DIR   a folder with titles/ and pages/ (the one beside the project, where it is there)
  --json FILE    also writes {figures: [{name, value, goal, holds}]}`;

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new Wrong(`${name} is a whole number from ${least}.`);
  return value;
}

/** The folder of real titles and pages that lies beside the project on some machines. */
export const sharedBeside = (): string | null => {
  const folder = join(root, '..', 'shared');
  return existsSync(join(folder, 'titles')) ? folder : null;
};

export const realTitles = 239_000;

/** Reads the words after `npm run bench --`. Throws Wrong. */
export function readOptions(words: readonly string[]): Asked {
  const only: FigureName[] = [];
  const asked: Asked = { only, titles: 3_000_000, repeats: 11, json: null, shared: sharedBeside() };
  const left = [...words];
  const value = (name: string): string => {
    const next = left.shift();
    if (next === undefined || next.startsWith('--')) throw new Wrong(`${name} needs a value.`);
    return next;
  };
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--quick') Object.assign(asked, { titles: realTitles, repeats: 3 });
    else if (word === '--titles') asked.titles = whole(word, value(word), 1000);
    else if (word === '--repeats') asked.repeats = whole(word, value(word), 1);
    else if (word === '--json') asked.json = resolve(value(word));
    else if (word === '--shared') {
      const folder = resolve(value(word));
      if (!existsSync(join(folder, 'titles'))) throw new Wrong(`${folder} has no folder titles/.`);
      asked.shared = folder;
    } else if (word === '--only') {
      const name = value(word);
      if (!isFigureName(name)) throw new Wrong(`There is no figure ${name}. Figures: ${figureNames.join(' ')}.`);
      only.push(name);
    } else throw new Wrong(`There is no option ${word}.\n${usage}`);
  }
  if (only.length === 0) only.push(...figureNames);
  return asked;
}
