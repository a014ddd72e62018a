/** As a row's `title`: it appears among other words of the row, and `read` says what it is. Matches no element. */
export const inText = ':not(*)';
