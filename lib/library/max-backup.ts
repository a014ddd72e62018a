/** Maximum letters of a copy that is read in; a list of ten thousand papers with their abstracts has a third of it. */
export const MAX_BACKUP = 60_000_000;
