// The files that the list is written as; loaded when one is asked for.
import type { Entry } from '../../lib/library/schema.ts';
import type { ExportKind } from './export-panel.tsx';

interface ListFile {
  text: string;
  name: string;
  type: string;
}

export function listFile(kind: ExportKind, entries: readonly Entry[]): ListFile {
  return { text: JSON.stringify(entries, null, 1), name: `reading-list.${kind}.json`, type: 'application/json' };
}
