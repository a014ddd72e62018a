// What `npm run bench` was asked for. A wrong word is one clear sentence.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseOptions, wholeNumber, WrongOption } from '../options.ts';
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
  --only NAME    one figure; may be given several times: ${figureNames.join(' ')}
  --titles N     titles in the largest pack (3000000)
  --repeats N    measurements of each (11)
  --shared DIR   a folder with titles/ and pages/ (the one beside the project, where it is there)
  --json FILE    also writes {figures: [{name, value, goal, holds}]}`;

/** The folder of real titles and pages that lies beside the project on some machines. */
export const sharedBeside = (): string | null => {
  const folder = join(root, '..', 'shared');
  return existsSync(join(folder, 'titles')) ? folder : null;
};

export const realTitles = 239_000;

/** Reads the words after `npm run bench --`. Throws Wrong. */
export function readOptions(words: readonly string[]): Asked {
  const { values } = parseOptions({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      titles: { type: 'string' },
      repeats: { type: 'string' },
      shared: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const { quick, titles, repeats, shared, json } = values;
  const only = values.only.map((name) => {
    if (isFigureName(name)) return name;
    throw new WrongOption(`There is no figure ${name}. Figures: ${figureNames.join(' ')}.`);
  });
  if (shared !== undefined && !existsSync(join(shared, 'titles')))
    throw new WrongOption(`${resolve(shared)} has no folder titles/.`);
  return {
    only: only.length > 0 ? only : figureNames,
    titles: titles === undefined ? (quick ? realTitles : 3_000_000) : wholeNumber('--titles', titles, 1000),
    repeats: repeats === undefined ? (quick ? 3 : 11) : wholeNumber('--repeats', repeats, 1),
    json: json === undefined ? null : resolve(json),
    shared: shared === undefined ? sharedBeside() : resolve(shared),
  };
}
