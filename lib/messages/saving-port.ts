// What the worker calls of the script for saving that it injects into a page (`lib/page/act/saving.ts`).

/** What is said after a save. `paper`: it was put on the list, which can be undone. */
export interface PageNotice {
  text: string;
  paper: string | null;
}

export interface SavingPort {
  /** The paper that the reader is at; null where there is none or several. */
  current: () => string | null;
  /** False where nothing can be shown. */
  say: (notice: PageNotice) => boolean;
}
