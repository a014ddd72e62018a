// The packs that the options page offers by name. Nothing is fetched before the reader asks, and then only from the
// hosts listed here, which the browser asks permission for at that moment.

export type OfferId = 'papers-with-code' | 'arxiv';

export interface Offer {
  id: OfferId;
  name: string;
  licence: string;
  attribution: string;
  /** Of the files, roughly; less is fetched, since only some columns are read. */
  bytes: number;
  /** Papers, roughly. */
  papers: number;
  /** The data set's page. */
  page: string;
  /** "huggingface.co" */
  host: string;
  /** Match patterns to ask permission for: the host, and the storage hosts that it redirects to. */
  origins: readonly string[];
  dataset: string;
  /** Names of files where they never change; asked for where they do. */
  files?: readonly string[];
}

const host = 'huggingface.co';
/** Large files are at `cdn-lfs….huggingface.co`, `cdn-lfs….hf.co` and `….xethub.hf.co`. */
const origins = ['https://huggingface.co/*', 'https://*.huggingface.co/*', 'https://*.hf.co/*'];

export const offers: readonly Offer[] = [
  {
    id: 'papers-with-code',
    name: 'Papers with Code: links to code',
    licence: 'CC BY-SA 4.0',
    attribution: 'Papers with Code, archive of July 2025',
    bytes: 41_400_000,
    papers: 200_000,
    page: 'https://huggingface.co/datasets/pwc-archive/links-between-paper-and-code',
    host,
    origins,
    dataset: 'pwc-archive/links-between-paper-and-code',
    files: ['data/train-00000-of-00001.parquet'],
  },
  {
    id: 'arxiv',
    name: 'arXiv metadata',
    licence: 'CC0 1.0',
    attribution: 'arXiv.org metadata',
    bytes: 2_100_000_000,
    papers: 2_800_000,
    page: 'https://huggingface.co/datasets/librarian-bots/arxiv-metadata-snapshot',
    host,
    origins,
    dataset: 'librarian-bots/arxiv-metadata-snapshot',
  },
];
