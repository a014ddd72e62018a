/** Whether a number is among those, which are ascending. */
export function isInAscending(ascending: ArrayLike<number>, wanted: number): boolean {
  let low = 0;
  let end = ascending.length;
  while (low < end) {
    const middle = (low + end) >>> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else end = middle;
  }
  return ascending[low] === wanted;
}
