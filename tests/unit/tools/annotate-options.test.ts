import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { covers } from '../../../tools/annotate/copy.ts';
import { readOptions } from '../../../tools/annotate/options.ts';
import { WrongOption } from '../../../tools/options.ts';

const url = 'https://arxiv.org/abs/1904.00962';
let folder = '';
let page = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'byline-options-'));
  page = join(folder, 'page.html');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(page, '<title>Page</title>');
  writeFileSync(join(folder, 'list.tsv'), `# pages\npage.html\t${url}\n\n${page}\thttps://example.org/\textra\n`);
  writeFileSync(join(folder, 'bad.tsv'), `page.html\t${url}\nnowhere.html\t${url}\n`);
  writeFileSync(join(folder, 'columns.tsv'), 'page.html\n');
});

describe('the options of annotate', () => {
  it('reads one page, finds assets beside it, and takes the defaults', () => {
    expect(readOptions(['--page', page, '--url', url], '/out')).toEqual({
      pages: [{ file: page, url, folder: '/out' }],
      browser: 'chromium',
      scheme: 'light',
      packs: [],
      assets: [join(folder, 'assets')],
    });
  });

  it('numbers the pages of a list by their lines, comments and empty lines included', () => {
    const { pages } = readOptions(['--list', join(folder, 'list.tsv'), '--out=/out', '--browser', 'firefox'], '/else');
    expect(pages.map((entry) => entry.folder)).toEqual(['/out/2', '/out/4']);
  });

  it.each([
    [() => ['--pages', page], /no option --pages/],
    [() => [page], /page\.html is no option/],
    [() => ['--page='], /--page needs a value/],
    [() => ['--page'], /--page needs a value/],
    [() => ['--page', page, '--url', '--scheme'], /--url needs a value/],
    [() => ['--page', page], /--url ADDRESS is missing/],
    [() => ['--url', url], /--page FILE is missing/],
    [() => ['--page', '/nowhere/page.html', '--url', url], /\/nowhere\/page\.html does not exist/],
    [() => ['--page', folder, '--url', url], /is not a file/],
    [() => ['--page', page, '--url', 'arxiv.org'], /arxiv\.org is not an http or https address/],
    [() => ['--page', page, '--url', url, '--browser', 'safari'], /chromium or firefox, not safari/],
    [() => ['--page', page, '--url', url, '--pack', '/nowhere.json'], /The pack \/nowhere\.json does not exist/],
    [() => ['--list', join(folder, 'list.tsv'), '--url', url], /either --list, or --page and --url/],
    [() => ['--list', join(folder, 'bad.tsv')], /bad\.tsv, line 2: The page .*nowhere\.html does not exist/],
    [() => ['--list', join(folder, 'columns.tsv')], /line 1: expected a page file, a tab and an address/],
    [() => ['--page', page, '--page', page, '--url', url], /--page is given twice/],
  ])('refuses %s in one line', (words, says) => {
    let said = '';
    try {
      readOptions(words(), '/out');
    } catch (error) {
      if (error instanceof WrongOption) said = error.message;
    }
    expect(said).toMatch(says);
    expect(said).not.toContain('\n');
  });
});

describe('match patterns', () => {
  it.each([
    ['https://*.arxiv.org/*', 'https://arxiv.org/abs/1', true],
    ['https://*.arxiv.org/*', 'https://export.arxiv.org/list?x=1', true],
    ['https://*.arxiv.org/*', 'https://notarxiv.org/', false],
    ['https://arxiv.org/*', 'http://arxiv.org/', false],
    ['*://arxiv.org/*', 'http://arxiv.org/', true],
    ['https://huggingface.co/papers*', 'https://huggingface.co/papers/1', true],
    ['https://huggingface.co/papers*', 'https://huggingface.co/models', false],
    ['https://arxiv.org/*', 'https://www.arxiv.org/', false],
  ])('%s on %s: %s', (pattern, address, fits) => {
    expect(covers(pattern, address)).toBe(fits);
  });
});
