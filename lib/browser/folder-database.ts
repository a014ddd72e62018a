/** The database that says which folder the reader chose: pages of ours write it, and the worker erases it. */
export const FOLDER_DATABASE = 'byline-folder';
