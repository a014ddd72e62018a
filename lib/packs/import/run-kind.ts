export type RunKind = 'joins' | 'ids' | 'names' | 'words' | 'titles';
export interface Run {
  kind: RunKind;
  partition: number;
  bytes: Uint8Array<ArrayBuffer>;
}
