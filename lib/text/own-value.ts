/** What a table has of its own under a key from outside: not what every object has ("constructor", "toString"). */
export const ownValue = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
