// The importer's pulse. What it reads was written by others, and may keep a reader busy for ever: a worker can't answer
// then, and nothing inside of it helps. So it says every few seconds that it lives and which import it works on, and who
// started it ends it when that word does not come.

/** Milliseconds between two words. */
const PULSE = 2_000;
/** Milliseconds without a word after which the importer is ended. */
const MISSED = 20_000;

const IDLE = 'idle';

/** In the importer: says every few seconds that it lives. Answers what is called with the import whose file it goes on
 *  with, before it does. */
export function startPulse(say: (word: unknown) => void): (job: string) => void {
  let at: string | null = null;
  const beat = (): void => say({ at });
  setInterval(beat, PULSE);
  beat();
  return (job) => {
    if (job === at) return;
    at = job;
    beat();
  };
}

/** In the importer: nothing is left to do. */
export const sayIdle = (say: (word: unknown) => void): void => say(IDLE);

const jobOf = (word: unknown): string | null =>
  typeof word === 'object' && word !== null && 'at' in word && typeof word.at === 'string' ? word.at : null;

export interface ImporterOwner {
  create: () => Worker;
  /** The importer was ended, since it no longer answered; it worked on this import. Another starts after that. */
  hung: (job: string | null) => Promise<void>;
  /** Nothing is left to do; or the importer fell over, and is not started again at once. */
  over: (fault: string | null) => void;
}

/** Starts the importer and watches over it. Answers how to end it, whatever it does. */
export function watchImporter(owner: ImporterOwner): () => void {
  let ended = false;
  let stop = (): void => undefined;
  const start = (): void => {
    if (ended) return;
    const worker = owner.create();
    let at: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    stop = (): void => {
      clearTimeout(timer);
      worker.terminate();
    };
    const end = (): void => {
      ended = true;
      stop();
    };
    const expect = (): void => {
      clearTimeout(timer);
      // In two parts: a machine that slept wakes with this timer due, and with an importer that had no time either.
      timer = setTimeout(
        () => {
          timer = setTimeout(() => {
            stop();
            console.warn('Byline: the importer no longer answered');
            owner
              .hung(at)
              .catch((error: unknown) => console.error('Byline: an import could not be ended', error))
              .finally(start);
          }, 2 * PULSE);
        },
        MISSED - 2 * PULSE,
      );
    };
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (ended) return;
      if (data === IDLE) {
        end();
        owner.over(null);
        return;
      }
      at = jobOf(data);
      expect();
    });
    worker.addEventListener('error', ({ message }) => {
      if (ended) return;
      end();
      owner.over(message);
    });
    expect();
  };
  start();
  return () => {
    ended = true;
    stop();
  };
}
