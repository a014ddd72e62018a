// A script of the worker's own that it reads when something of it is first needed. It may load nothing else later: Chrome
// lets a worker read only those scripts that it read while it was installed.

/** Where scripts and worker meet. */
interface Meeting {
  bylineScripts?: Map<string, unknown>;
  importScripts?: (file: string) => void;
}
const here: Meeting = globalThis as Meeting;

export interface LaterScript<T> {
  file: string;
  /** Called by the script itself. */
  offer: (parts: T) => void;
  /** What the script has. The first call reads it, later ones wait for nothing; where it fails, the next tries again. */
  read: () => Promise<T>;
}

export function laterScript<T>(file: string): LaterScript<T> {
  let loading: Promise<T> | null = null;
  const offered = (): T | undefined => here.bylineScripts?.get(file) as T | undefined;
  const read = async (): Promise<T> => {
    if (offered() === undefined)
      // Chrome's worker, or Firefox's event page.
      if (here.importScripts === undefined) await readInPage(file);
      else here.importScripts(file);
    const parts = offered();
    if (parts === undefined) throw new Error(`${file} did not bring what it has`);
    return parts;
  };
  return {
    file,
    offer: (parts) => {
      here.bylineScripts ??= new Map();
      here.bylineScripts.set(file, parts);
    },
    read: () => {
      loading ??= read().catch((error: unknown) => {
        loading = null;
        throw error;
      });
      return loading;
    },
  };
}

const readInPage = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${file} could not be read`)));
    script.src = file;
    document.head.append(script);
  });

/** Has Chrome keep these for when they are needed. To be called while the worker starts. */
export function keepForLater(scripts: readonly { file: string }[]): void {
  addEventListener('install', () => {
    for (const { file } of scripts) here.importScripts?.(file);
  });
}
