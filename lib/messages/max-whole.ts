/** Maximum entries of the reading list that are sent whole in one answer. */
export const MAX_WHOLE = 500;
