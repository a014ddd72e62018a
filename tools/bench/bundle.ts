// One script out of a TypeScript file, for a page or a worker of a measurement.
import { build } from 'vite';

/** Minified like the extension, so that the same engine runs the same code. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'bench', fileName: 'bench' } },
  });
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  for (const { output } of outputs) for (const piece of output) if (piece.type === 'chunk') return piece.code;
  throw new Error(`${entry} gave no script.`);
}
