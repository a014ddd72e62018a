// `web-ext lint` of the Firefox build: no error at all, and no warning that is not explained here.
import { existsSync } from 'node:fs';
import { builds, fromRoot, type Verdict } from './project.ts';
import { run } from './run.ts';

interface Note {
  code: string;
  message: string;
  file?: string;
}

/** Warnings that we know, and why they stay. */
const explained: readonly { code: string; file: RegExp; why: string }[] = [
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/u,
    why: 'data_collection_permissions is known to Firefox for Android from 142; Byline is for the desktop (docs/browsers.md)',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^(?:chunks|content-scripts)\//u,
    why: "react-dom's own code for dangerouslySetInnerHTML and SVG; tools/check-text.ts keeps ours from using it",
  },
];

const notes = (value: unknown): Note[] =>
  Array.isArray(value)
    ? value.filter(
        (note: unknown): note is Note =>
          typeof note === 'object' &&
          note !== null &&
          'code' in note &&
          typeof note.code === 'string' &&
          'message' in note,
      )
    : [];

/** What is wrong with a lint report, as `web-ext lint --output json` prints it. */
export function lintProblems(report: unknown): { problems: string[]; explained: string[] } {
  if (typeof report !== 'object' || report === null || !('errors' in report) || !('warnings' in report))
    return { problems: ['web-ext lint gave no report.'], explained: [] };
  const problems = notes(report.errors).map((note) => `${note.file ?? 'manifest'}: ${note.code}: ${note.message}`);
  const known: string[] = [];
  for (const note of notes(report.warnings)) {
    const reason = explained.find(({ code, file }) => code === note.code && file.test(note.file ?? ''));
    if (reason === undefined) problems.push(`${note.file ?? 'manifest'}: ${note.code} (unexplained): ${note.message}`);
    else known.push(`${note.file ?? ''}: ${note.code}: ${reason.why}`);
  }
  return { problems, explained: [...new Set(known)] };
}

export async function checkFirefox(folder: string = builds.firefox): Promise<Verdict> {
  if (!existsSync(folder)) return { problems: [`${fromRoot(folder)} is not built.`], looked: 'nothing' };
  const { output } = await run('web-ext', ['lint', '--source-dir', folder, '--output', 'json'], { limitMs: 120_000 });
  const start = output.indexOf('{');
  let report: unknown;
  try {
    report = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
  } catch {
    return { problems: [`web-ext lint failed: ${output.trim().slice(0, 400)}`], looked: 'nothing' };
  }
  const { problems, explained: known } = lintProblems(report);
  return {
    problems,
    looked: `no errors, ${known.length} kinds of warning, each explained${known.map((line) => `\n    ${line}`).join('')}`,
  };
}
