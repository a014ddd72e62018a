export type RunKind =
  | 'joins'
  | 'ids'
  | 'names'
  | 'words'
  | 'titles'
  | 'abstractwords'
  | 'references'
  | 'cites'
  | 'citedby';
export interface Run {
  kind: RunKind;
  partition: number;
  bytes: Uint8Array<ArrayBuffer>;
}
