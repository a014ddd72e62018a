/** How much it says that two of `total` papers share what `count` of them have: 0 (all have it) to 1 (they alone). */
export const rarityOf = (count: number, total: number): number =>
  total < 2 ? 0 : Math.max(0, Math.min(1, Math.log(total / Math.max(1, count)) / Math.log(total)));
