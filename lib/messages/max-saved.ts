/** Maximum papers that one press saves: as many as a listing shows on a page. */
export const MAX_SAVED = 100;
