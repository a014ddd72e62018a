// npm run catalog, without the process around it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCatalog } from '../../../tools/catalog-command.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'byline-catalog-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(args: string[], from = root): { code: number; printed: string; complaints: string } {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = runCatalog(args, from, {
    print: (text) => printed.push(text),
    complain: (text) => complaints.push(text),
  });
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') };
}

describe('npm run catalog', () => {
  it('prints counts, sources and disagreements', () => {
    const { code, printed } = run([]);
    expect(code).toBe(0);
    for (const part of [
      '53 entries in 5 documents are 48 papers',
      '162 people',
      '43 papers have an arXiv id, 16 a repository, 1 a supplement',
    ])
      expect(printed).toContain(part);
    for (const source of [
      'Google Research',
      'BZPEER',
      'Author listing',
      'CatalyzeX',
      'Public record, checked November 2026',
    ])
      expect(printed).toContain(source);
    expect(printed).toContain('or Finding Everything within Random Binary Networks');
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(150);
  });

  it('writes the merged catalog as JSON', () => {
    const file = join(folder, 'catalog.json');
    expect(run(['--json', file])).toMatchObject({ code: 0, complaints: '' });
    const Written = z.object({
      papers: z.array(
        z.object({
          title: z.string(),
          altTitles: z.array(z.string()),
          authors: z.array(z.string()),
          arxivId: z.nullable(z.string()),
          doi: z.nullable(z.string()),
          venue: z.string(),
          year: z.int(),
          code: z.array(
            z.object({
              url: z.string(),
              host: z.string(),
              kind: z.string(),
              saidBy: z.array(z.string()),
              certainty: z.string(),
            }),
          ),
          summary: z.string(),
          topics: z.array(z.string()),
          sources: z.array(z.string()),
        }),
      ),
      authors: z.array(
        z.object({ name: z.string(), variants: z.array(z.string()), works: z.array(z.string()).check(z.minLength(1)) }),
      ),
    });
    const written = Written.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect([written.papers.length, written.authors.length]).toEqual([48, 162]);
  });

  it.each([
    [['--jsn', 'x'], /--jsn/],
    [['--json'], /--json/],
    [['--json='], /--json needs a value/],
    [['more'], /more/],
    [['--json', '/no/such/folder/catalog.json'], /cannot be written/],
  ])('%j is one clear line and exit 2', (args, said) => {
    const { code, complaints } = run(args);
    expect(code).toBe(2);
    expect(complaints).toMatch(said);
    expect(complaints.split('\n')).toHaveLength(1);
  });

  it.each([
    ['{"source": ', 'seeds/004-catalyzex-you.json: is not JSON'],
    ['{"source": "catalyzex-you"}', 'seeds/004-catalyzex-you.json, field subject: missing'],
  ])('a damaged file (%s) is one clear line and exit 1', (text, said) => {
    cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
    writeFileSync(join(folder, 'seeds/004-catalyzex-you.json'), text);
    const { code, complaints } = run([], folder);
    expect(code).toBe(1);
    expect(complaints).toContain(said);
    expect(complaints.split('\n')).toHaveLength(1);
  });
});
