// Byline's own pack file. It is known here and copied, frame by frame, by the importer: it is not read as rows.
import { isPackFile, packFileManifest } from '../file.ts';
import type { Format } from './reader.ts';

export const bylineFormat: Format = {
  kind: 'byline',
  fits: isPackFile,
  async open(source) {
    const { facts, sizes } = await packFileManifest(source);
    return {
      what: 'Byline pack',
      // With its id, version and date, which only a pack has.
      facts,
      total: sizes.papers,
      rows: () => {
        throw new Error('a pack file is copied, not read as rows');
      },
    };
  },
};
