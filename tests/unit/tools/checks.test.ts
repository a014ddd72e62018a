import { describe, expect, it } from 'vitest';
import { lintProblems } from '../../../tools/check-firefox.ts';
import { patternsOf, slow } from '../../../tools/check-patterns.ts';
import { textProblems } from '../../../tools/check-text.ts';
import { wordProblems } from '../../../tools/check-words.ts';
import { requestsBeyond } from '../../../tools/annotate/load.ts';
import { docProblems } from '../../../tools/check-docs.ts';
import { conclusion, countTests, retriedTests } from '../../../tools/parts.ts';

// Put together here, so that the check of this file does not find them.
const made = (...parts: string[]): string => parts.join('');

describe('forbidden text', () => {
  it.each([
    ['docs/a.md', made('see /wo', 'rk/main for it'), /one person's machine/],
    ['package-lock.json', made('"resol', 'ved": "https://x/y.tgz"'), /package registry/],
    ['lib/text/a.ts', made('element.inner', 'HTML = title;'), /makes nodes from a string/],
    ['lib/related/a.ts', made('await fet', 'ch(address)'), /can ask the network/],
    ['lib/catalog/a.ts', made("import * as z from 'zo", "d';"), /zod\/mini/],
    ['lib/packs/a.ts', "throw new UnreadableFile('This file is no pack.');", /words a failure/],
    ['lib/background/a.ts', 'problem: `The import of ${name} failed.`,', /words a failure/],
    ['tests/unit/a.test.ts', made('it.on', 'ly("x")'), /leaves tests out/],
    ['tools/a.ts', made('../sha', 'red/pages'), /shared test pages/],
  ])('is found in %s', (path, text, says) => {
    expect(textProblems(path, `\n${text}`)).toEqual([expect.stringMatching(says)]);
    expect(textProblems(path, `\n${text}`)[0]).toContain(`${path}:2 `);
  });

  it('lets what is allowed in one place pass there', () => {
    expect(textProblems('tests/unit/a.test.ts', made('../sha', 'red/pages'))).toEqual([]);
    expect(textProblems('lib/packs/a.ts', made('await fet', 'ch(address)'))).toEqual([]);
    expect(textProblems('lib/packs/a.ts', "console.warn('Byline: an import stopped', error);")).toEqual([]);
    expect(textProblems('docs/a.md', 'work on it, and /etc/hosts')).toEqual([]);
  });
});

describe('slow patterns', () => {
  it.each([
    [made('(a+', ')+$'), 'exponential'],
    [made('\\d+\\w', '*x'), 'square'],
    [made('(?:\\.git)?', '\\/*$'), 'square'],
  ])('finds %s', (source, says) => {
    expect(slow({ source, flags: 'u' }).join()).toContain(says);
  });

  it('reads literals with their line and lets linear ones pass', () => {
    expect(patternsOf('a.ts', '\nconst a: RegExp = /^[a-z]+\\d/u;')).toEqual([
      { source: '^[a-z]+\\d', flags: 'u', line: 2 },
    ]);
    expect(slow({ source: '^[a-z]+\\d', flags: 'u' })).toEqual([]);
  });
});

describe('web-ext lint', () => {
  const report = (warnings: object[], errors: object[] = []): object => ({ errors, warnings });
  it('fails on errors and on warnings that nobody explained', () => {
    const { problems } = lintProblems(
      report([{ code: 'NEW_THING', message: 'what', file: 'background.js' }], [{ code: 'BAD', message: 'no' }]),
    );
    expect(problems).toHaveLength(2);
    expect(problems[1]).toContain('NEW_THING (unexplained)');
  });
  it('lists explained warnings with their reason', () => {
    const { problems, explained } = lintProblems(
      report([{ code: 'UNSAFE_VAR_ASSIGNMENT', message: 'x', file: 'chunks/page-1.js' }]),
    );
    expect(problems).toEqual([]);
    expect(explained[0]).toContain('react-dom');
  });
});

describe('interface words', () => {
  it('must be used, and calm', () => {
    const problems = wordProblems(
      {
        used: { message: 'Saved' },
        never: { message: 'x' },
        loud: { message: 'Saved!' },
        stemMore_other: { message: '$1 more' },
      },
      "t('used'); t('loud'); count('stemMore', 3)",
    );
    expect(problems).toEqual([
      'never is in messages.json and nowhere used.',
      expect.stringMatching(/^loud: .*no exclamation/u),
    ]);
  });
});

describe('paths in documentation', () => {
  const exists = (path: string): boolean => ['lib/text/fold.ts', 'docs/packs.md', 'lib/text'].includes(path);
  it.each([
    ['README.md', 'See `lib/text/fold.ts` and [packs](docs/packs.md#by-address).'],
    ['docs/adding.md', '[packs](packs.md), [the web](https://arxiv.org/docs/x.md), `lib/sites/example.ts`, `lib/text`'],
    ['docs/adding.md', '`tests/browser/<area>-<what>.test.ts`'],
  ])('%s: %s', (page, text) => {
    expect(docProblems(page, text, exists)).toEqual([]);
  });
  it('names what is gone, with its line', () => {
    expect(docProblems('docs/x.md', 'One.\n`lib/old.ts` and [this](../README.md)', exists)).toEqual([
      'docs/x.md:2 names lib/old.ts, which does not exist.',
      'docs/x.md:2 names README.md, which does not exist.',
    ]);
  });
  it('holds the README to what is read in a minute', () => {
    expect(docProblems('README.md', 'One.\n'.repeat(80), exists)).toEqual([]);
    expect(docProblems('README.md', 'One.\n'.repeat(81), exists)).toEqual([
      'README.md has 81 lines; at most 80 are read.',
    ]);
  });
});

describe('the last line of a test run', () => {
  const file = (status: string, ...tests: string[]) => ({
    name: 'a',
    status,
    message: '',
    assertionResults: tests.map((its) => ({ status: its, fullName: its, meta: {} })),
  });
  it('counts a file that broke before its first test as a failure', () => {
    expect(
      countTests({
        success: false,
        numPassedTests: 1,
        numFailedTests: 0,
        numPendingTests: 2,
        testResults: [file('failed'), file('passed', 'passed')],
      }),
    ).toEqual({ passed: 1, failed: 1, skipped: 2 });
  });
  it('counts failed tests once', () => {
    expect(
      countTests({
        success: false,
        numPassedTests: 1,
        numFailedTests: 1,
        numPendingTests: 0,
        testResults: [file('failed', 'passed', 'failed')],
      }),
    ).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});

describe('tests that were tried again', () => {
  const retried = (...times: number[]) => ({
    passed: 5,
    failed: 0,
    skipped: 0,
    note: '',
    output: '',
    retried: times.map((one, at) => ({ test: `test ${at}`, times: one, why: 'No card opened' })),
  });

  it('are read from the report', () => {
    const passed = { status: 'passed', fullName: 'one', meta: {} };
    const again = { status: 'passed', fullName: 'two', meta: { retried: { times: 2, why: 'No card opened' } } };
    const report = {
      success: true,
      numPassedTests: 2,
      numFailedTests: 0,
      numPendingTests: 0,
      testResults: [{ name: 'a', status: 'passed', message: '', assertionResults: [passed, again] }],
    };
    expect(retriedTests(report)).toEqual([{ test: 'two', times: 2, why: 'No card opened' }]);
  });

  it('are named, and a few of them are forgiven', () => {
    expect(conclusion([retried(1), retried(2)])).toEqual({
      code: 0,
      lines: [
        'tried again once: test 0 (No card opened)',
        'tried again twice: test 0 (No card opened)',
        '3 of at most 3 retries',
        '10 passed, 0 failed',
      ],
    });
  });

  it('fail the run above three, both browsers together', () => {
    const { code, lines } = conclusion([retried(2), retried(1, 1)]);
    expect(code).toBe(1);
    expect(lines.at(-2)).toMatch(/^4 retries, and no run may need more than 3/u);
    expect(lines.at(-1)).toBe('10 passed, 1 failed');
  });
});

describe('requests beyond a load without the extension', () => {
  it('are ours for certain, or nobody’s and new', () => {
    const alone = [{ address: 'https://a.example/ad?time=1', by: 'unknown' as const }];
    const withUs = [
      { address: 'https://a.example/ad?time=2', by: 'unknown' as const },
      { address: 'https://b.example/page-script', by: 'page' as const },
      { address: 'https://c.example/new', by: 'unknown' as const },
      { address: 'https://d.example/ours', by: 'extension' as const },
    ];
    expect(requestsBeyond(alone, withUs)).toEqual(['https://c.example/new', 'https://d.example/ours']);
  });
});
