// Long work in turns, so that the worker answers others in between.

/** Longest turn. */
const SLICE_MS = 8;

/** Runs steps to their end and answers what they return. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
