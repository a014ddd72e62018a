// Whether an answer is what the contract says and nothing more: what ships sends answers as handlers make them.
import type * as z from 'zod/mini';

/** The first field that parsing took away, as a path; null where there is none. */
function unnamedField(value: unknown, parsed: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const here = `${path}.${key}`;
    if (inner === undefined) continue;
    const kept = Object.getOwnPropertyDescriptor(Object(parsed), key);
    if (kept === undefined) return here;
    const found = unnamedField(inner, kept.value, here);
    if (found !== null) return found;
  }
  return null;
}

/** Throws where the answer does not parse, or holds a field that the contract does not name. */
export function checkAnswer(schema: z.ZodMiniType, name: string, value: unknown): void {
  const field = unnamedField(value, schema.parse(value), name);
  if (field !== null) throw new Error(`the contract does not name ${field}`);
}
