// The parts of `npm run check` and `npm test`: each is one line here, counts what passed and what failed, and says
// what is wrong. A part that crashes has failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Mode } from './build.ts';
import { needBrowser } from './browser/find.ts';
import type { Kind } from './browser/session.ts';
import { checkArrows } from './check-arrows.ts';
import { checkDocs } from './check-docs.ts';
import { checkFirefox } from './check-firefox.ts';
import { checkNames } from './check-names.ts';
import { checkNotices } from './check-notices.ts';
import { checkPatterns } from './check-patterns.ts';
import { checkSize } from './check-size.ts';
import { checkStores } from './check-stores.ts';
import { checkText } from './check-text.ts';
import { checkWords } from './check-words.ts';
import { checkDocuments } from './documents.ts';
import type { Verdict } from './project.ts';
import { run } from './run.ts';
import { proveSites } from './sites/run.ts';
import { table } from './sites/table.ts';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** A few words for the part's line. */
  note: string;
  /** Printed in full when something failed. */
  output: string;
  /** Browser tests that did not pass at the first try. */
  retried?: readonly Retried[];
}
interface Retried {
  test: string;
  times: number;
  /** The first line of the first failure. */
  why: string;
}
export interface Part {
  name: string;
  work: () => Promise<Outcome>;
}

const one = (fine: boolean, note: string, output: string): Outcome => ({
  passed: fine ? 1 : 0,
  failed: fine ? 0 : 1,
  skipped: 0,
  note,
  output,
});

const tool = (name: string, command: string, ...args: string[]): Part => ({
  name,
  work: async () => {
    const { code, output } = await run(command, args, { limitMs: 300_000, env: { NO_COLOR: '1' } });
    return one(code === 0, '', output.trim());
  },
});

const check = (name: string, look: () => Verdict | Promise<Verdict>): Part => ({
  name,
  work: async () => {
    const { problems, looked } = await look();
    return one(problems.length === 0, looked, problems.join('\n'));
  },
});

/** The part of Vitest's JSON report that we read. */
interface VitestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; meta: { retried?: Omit<Retried, 'test'> } }[];
  }[];
}

/** Counts of a Vitest run. A file that failed before its first test counts as one failure. */
export function countTests(report: VitestReport): Pick<Outcome, 'passed' | 'failed' | 'skipped'> {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests,
  };
}

/** The tests that were tried again, as `tests/browser/retries.ts` notes them. */
export const retriedTests = (report: VitestReport): Retried[] =>
  report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ fullName, meta: { retried } }) =>
      retried === undefined ? [] : [{ test: fullName, ...retried }],
    ),
  );

/** Milliseconds of one run, on a machine that does much else: a run that hangs is ended, and says so. */
const VITEST_LIMIT_MS = 3_600_000;

async function vitest(env: Record<string, string>, ...args: string[]): Promise<Outcome> {
  // The files of browsers that are ended with their worker go with it.
  const folder = mkdtempSync(join(tmpdir(), 'byline-tests-'));
  const file = join(folder, 'report.json');
  try {
    const { output } = await run(
      'vitest',
      ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      { limitMs: VITEST_LIMIT_MS, env: { NO_COLOR: '1', TMPDIR: folder, ...env } },
    );
    try {
      const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport; // Vitest's own format.
      const counts = countTests(report);
      return { ...counts, note: `${counts.passed} tests`, output: output.trim(), retried: retriedTests(report) };
    } catch {
      return one(false, 'the test run broke off', output.trim());
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Needs nothing but the sources. */
export const quickChecks: readonly Part[] = [
  tool('formatting', 'oxfmt', '--check'),
  tool('lint', 'oxlint'),
  tool('types', 'tsc', '-p', '.'),
  tool('unused code', 'knip', '--no-progress'),
  check('import arrows', checkArrows),
  check('forbidden text', checkText),
  check('paths in docs', checkDocs),
  check('names', checkNames),
  check('slow patterns', checkPatterns),
  // A lock file that lacks packages for other systems is refused by `npm ci` everywhere: docs/dependencies.md.
  tool('lock file', 'npm', 'ci', '--dry-run', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'),
  check('interface words', checkWords),
  check('documents', checkDocuments),
  tool('catalog', 'tsx', 'tools/catalog.ts'),
];

export const unitTests: Part = { name: 'unit tests', work: () => vitest({}, '--project', 'unit') };

export const buildFor = (kind: Kind, mode: Mode = 'production'): Part => ({
  name: `${mode === 'test' ? 'test build' : 'build'} for ${kind === 'chromium' ? 'Chrome' : 'Firefox'}`,
  work: async () => {
    await build(kind, mode);
    return one(true, '', '');
  },
});

/** Looks at what was built. */
export const buildChecks: readonly Part[] = [
  check('bundle sizes', () => checkSize()),
  check('notices', checkNotices),
  check('stores', checkStores),
  check('web-ext lint', () => checkFirefox()),
];

export const browserTests = (kind: Kind): Part => ({
  name: `tests in ${kind === 'chromium' ? 'Chromium' : 'Firefox'}`,
  work: async () => {
    await needBrowser(kind);
    return vitest({ BYLINE_BROWSER: kind }, '--project', 'browser');
  },
});

/** Each site is a test; pages that are not here are skipped ones. */
export const siteProofs: Part = {
  name: 'sites',
  work: async () => {
    await needBrowser('chromium');
    const proofs = await proveSites();
    const failed = proofs.filter(({ problems }) => problems.length > 0).length;
    return {
      passed: proofs.length - failed,
      failed,
      skipped: proofs.reduce((sum, proof) => sum + proof.skipped, 0),
      note: `${proofs.length} sites`,
      output: table(proofs),
    };
  },
};

/** Runs a part, prints its line, and its output where it failed. Never throws. */
export async function finish(part: Part): Promise<Outcome> {
  const began = performance.now();
  let outcome: Outcome;
  try {
    outcome = await part.work();
  } catch (error) {
    outcome = one(false, '', error instanceof Error ? error.message : String(error));
  }
  const { failed, skipped, note } = outcome;
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  const said = [note, failed > 0 ? `${failed} FAILED` : '', skipped > 0 ? `${skipped} skipped` : ''];
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${part.name.padEnd(18)} ${seconds} s  ${said.filter((word) => word !== '').join(', ')}`.trimEnd(),
  );
  if (failed > 0) console.log(outcome.output.replace(/^/gmu, '    '));
  return outcome;
}

/** One part after the other. */
export async function inTurn(parts: readonly Part[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const part of parts) outcomes.push(await finish(part));
  return outcomes;
}

/** Maximum number of retries in a run, of all browsers together: retries hide races. */
const MAX_RETRIES = 3;

/** The last lines of a run, and its exit code. */
export function conclusion(outcomes: readonly Outcome[]): { lines: string[]; code: number } {
  const sum = (count: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[count], 0);
  const retried = outcomes.flatMap((outcome) => outcome.retried ?? []);
  const retries = retried.reduce((total, { times }) => total + times, 0);
  const tooMany = retries > MAX_RETRIES;
  const [passed, failed, skipped] = [sum('passed'), sum('failed') + (tooMany ? 1 : 0), sum('skipped')];
  const lines = retried.map(
    ({ test, times, why }) => `tried again ${times === 1 ? 'once' : 'twice'}: ${test} (${why})`,
  );
  if (tooMany) lines.push(`${retries} retries, and no run may need more than ${MAX_RETRIES}: a race is to be mended.`);
  else if (retries > 0) lines.push(`${retries} of at most ${MAX_RETRIES} retries`);
  if (skipped > 0)
    lines.push(`${skipped} skipped: they read saved pages and records beside the project, which are not here.`);
  lines.push([`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', '));
  return { lines, code: failed > 0 ? 1 : 0 };
}

/** Prints the sum as the last line; answers the exit code. */
export function conclude(outcomes: readonly Outcome[]): number {
  const { lines, code } = conclusion(outcomes);
  if (lines.length > 1) console.log('');
  console.log(lines.join('\n'));
  return code;
}
