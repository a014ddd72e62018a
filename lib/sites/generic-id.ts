/** The id of what a page without an adapter gets. Apart from the rest of it: the page script knows no more of it. */
export const genericId = 'generic';
