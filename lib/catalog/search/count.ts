/** How many there are; where not all could be told apart, at least so many. */
export interface Count {
  count: number;
  isExact: boolean;
}
