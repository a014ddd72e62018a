// Which links are the paper's code, in the words that papers have for it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/messages/page-protocol.ts';
import { parseCodeAddress } from '../../../lib/paper/code-address.ts';
import { addressesIn } from '../../../lib/facts/code-text.ts';
import { codeIn, rankCode, recordCode } from '../../../lib/facts/code.ts';
import { RecordCode } from '../../../lib/paper/record.ts';
import { spent } from '../spent.ts';

const block = (text: string, kind: Block['kind'] = 'text'): Block => ({ text, kind, spans: [] });
/** A block in which `shown` is a link to `href`. */
function linked(text: string, shown: string, href: string): Block {
  const start = text.indexOf(shown);
  return { text, kind: 'text', spans: [{ start, end: start + shown.length, kind: 'link', href }] };
}

describe('an address of code, in one form', () => {
  it.each([
    ['https://github.com/foo/bar', 'https://github.com/foo/bar'],
    ['http://www.github.com/foo/bar/', 'https://github.com/foo/bar'],
    ['https://github.com/foo/bar.git', 'https://github.com/foo/bar'],
    ['https://github.com/foo/bar/tree/main/src?tab=readme-ov-file#readme', 'https://github.com/foo/bar'],
    ['https://github.com/foo/foo.github.io', 'https://github.com/foo/foo.github.io'],
    ['https://raw.githubusercontent.com/foo/bar/main/README.md', 'https://github.com/foo/bar'],
    ['https://gist.github.com/foo/0123456789abcdef0123', 'https://gist.github.com/foo/0123456789abcdef0123'],
    ['https://gitlab.com/group/sub/project/-/tree/main', 'https://gitlab.com/group/sub/project'],
    ['https://gitlab.inria.fr/team/tool', 'https://gitlab.inria.fr/team/tool'],
    ['https://bitbucket.org/foo/bar/src/master/', 'https://bitbucket.org/foo/bar'],
    ['https://codeberg.org/foo/bar', 'https://codeberg.org/foo/bar'],
    ['https://huggingface.co/foo/bar/tree/main', 'https://huggingface.co/foo/bar'],
    ['https://hf.co/datasets/foo/bar', 'https://huggingface.co/datasets/foo/bar'],
    ['https://huggingface.co/datasets/squad', 'https://huggingface.co/datasets/squad'],
    ['https://huggingface.co/spaces/foo/bar', 'https://huggingface.co/spaces/foo/bar'],
    ['https://zenodo.org/record/1234567#.abc', 'https://zenodo.org/records/1234567'],
    ['https://doi.org/10.5281/zenodo.1234567', 'https://zenodo.org/records/1234567'],
    ['https://www.kaggle.com/datasets/foo/bar', 'https://www.kaggle.com/datasets/foo/bar'],
    ['https://www.kaggle.com/code/foo/bar', 'https://www.kaggle.com/code/foo/bar'],
    ['https://colab.research.google.com/drive/1AbC', 'https://colab.research.google.com/drive/1AbC'],
    ['https://foo.github.io/bar/index.html', 'https://foo.github.io/bar'],
    ['https://nerf-like.github.io', 'https://nerf-like.github.io/'],
    ['https://gitee.com/foo/bar/tree/master/src', 'https://gitee.com/foo/bar'],
    ['https://gitcode.com/foo/bar', 'https://gitcode.com/foo/bar'],
    ['https://dagshub.com/foo/bar.git', 'https://dagshub.com/foo/bar'],
    ['https://notabug.org/foo/bar', 'https://notabug.org/foo/bar'],
    ['https://framagit.org/group/sub/project', 'https://framagit.org/group/sub/project'],
    ['https://git.sr.ht/~foo/bar/tree', 'https://git.sr.ht/~foo/bar'],
    ['https://sourceforge.net/projects/foo-bar/files/', 'https://sourceforge.net/projects/foo-bar'],
    ['https://sourceforge.net/p/foo/code/', 'https://sourceforge.net/projects/foo'],
    ['https://foo.sourceforge.io/', 'https://foo.sourceforge.io/'],
    ['https://modelscope.cn/models/foo/bar/summary', 'https://modelscope.cn/models/foo/bar'],
    ['https://anonymous.4open.science/r/foo-1A2B/README.md', 'https://anonymous.4open.science/r/foo-1A2B'],
    ['https://codeocean.com/capsule/8472531/tree/v1', 'https://codeocean.com/capsule/8472531/tree'],
    ['https://osf.io/ab3xz/files', 'https://osf.io/ab3xz'],
  ])('%s', (address, url) => {
    expect(parseCodeAddress(address)?.url).toBe(url);
  });

  it.each([
    'https://github.com',
    'https://github.com/foo',
    'https://github.com/features/actions',
    'https://github.com/topics/nlp',
    'https://github.com/sponsors/foo',
    'https://github.com/orgs/foo/repositories',
    'https://github.com/foo/..',
    'https://gitlab.com/explore/projects',
    'https://huggingface.co/papers/2401.00001',
    'https://huggingface.co/docs/transformers',
    'https://huggingface.co/blog/foo',
    'https://huggingface.co/foo',
    'https://www.kaggle.com/competitions/foo',
    'https://zenodo.org/communities/foo',
    'https://gitee.com/explore/all',
    'https://gitee.com/foo',
    'https://git.sr.ht/foo/bar',
    'https://sourceforge.net/directory/science/',
    'https://modelscope.cn/docs/foo/bar',
    'https://anonymous.4open.science/',
    'https://codeocean.com/explore',
    'https://osf.io/preprints/psyarxiv/ab3xz',
    'https://osf.io/about',
    'https://doi.org/10.1145/3292500.3330701',
    'https://github.com.evil.example/foo/bar',
    'https://user@github.com/foo/bar',
    'ftp://github.com/foo/bar',
    'javascript:alert(1)//github.com/foo/bar',
    'https://example.org/github.com/foo/bar',
    'github.com/foo/bar',
    '',
  ])('not %s', (address) => {
    expect(parseCodeAddress(address)).toBeNull();
  });
});

describe('addresses in running text', () => {
  it.each([
    ['see github.com/foo/bar.', 'https://github.com/foo/bar'],
    ['(https://github.com/foo/bar).', 'https://github.com/foo/bar'],
    ['at “https://github.com/foo/bar”, and', 'https://github.com/foo/bar'],
    ['https://github.com/foo/bar; more', 'https://github.com/foo/bar'],
    ['https://github.\ncom/foo/bar', 'https://github.com/foo/bar'],
    ['https://github. com/foo/bar', 'https://github.com/foo/bar'],
    ['https://github.com/\nfoo/bar', 'https://github.com/foo/bar'],
    ['https://github.com/ foo/bar here', 'https://github.com/foo/bar'],
    ['https://github.com/foo/\nbar for it', 'https://github.com/foo/bar'],
    ['https://github.com/foo/bar-\nbaz and', 'https://github.com/foo/bar-baz'],
    ['https://github.com/foo/bar\nThe next line', 'https://github.com/foo/bar'],
    ['https:// github.com/foo/bar', 'https://github.com/foo/bar'],
    ['Project page: foo.github.io/bar/', 'https://foo.github.io/bar'],
    ['huggingface.co/foo/bar', 'https://huggingface.co/foo/bar'],
    ['our software is at 10.5281/zenodo.1234567.', 'https://zenodo.org/records/1234567'],
    ['the code is at gitee.com/foo/bar.', 'https://gitee.com/foo/bar'],
    ['Code: https://anonymous.4open.science/r/foo-1A2B/.', 'https://anonymous.4open.science/r/foo-1A2B'],
    ['analysis code is at https://osf.io/ab3xz/.', 'https://osf.io/ab3xz'],
    ['a capsule at codeocean.com/capsule/8472531/tree runs it', 'https://codeocean.com/capsule/8472531/tree'],
    ['sources on git.sr.ht/~foo/bar', 'https://git.sr.ht/~foo/bar'],
    // As TeX and PDFs write them.
    [String.raw`\url{https://github.com/foo/bar\_baz}.`, 'https://github.com/foo/bar_baz'],
    [String.raw`https://github.com/foo/bar\_baz.`, 'https://github.com/foo/bar_baz'],
    [String.raw`https://github.com/foo\_x/bar\-baz and`, 'https://github.com/foo_x/barbaz'],
    ['https://github.com/foo/bar\u00ad\u200bbaz and', 'https://github.com/foo/barbaz'],
    ['https://github.com/foo/bar\u2010baz\u2011qux and', 'https://github.com/foo/bar-baz-qux'],
    // What follows is the sentence.
    ['https://github.com/foo/bar—the code', 'https://github.com/foo/bar'],
    ['代码见https://github.com/foo/bar可用', 'https://github.com/foo/bar'],
    ['**https://github.com/foo/bar**', 'https://github.com/foo/bar'],
    ['https://github.com/foo/bar。', 'https://github.com/foo/bar'],
    ['`https://github.com/foo/bar`', 'https://github.com/foo/bar'],
    ['https://github.com/foo/bar.Data are there', 'https://github.com/foo/bar'],
    [`https://github.com/foo/bar/${'long/'.repeat(80)}`, 'https://github.com/foo/bar'],
    ['https://github.com/foo/bar/tree/ma… and', 'https://github.com/foo/bar'],
    ['https://github.com/foo/Bar.Extensions is ours', 'https://github.com/foo/Bar.Extensions'],
  ])('%j', (text, url) => {
    expect(codeIn([block(text)]).map((link) => link.url)).toEqual([url]);
  });

  it.each([
    'github.com/foo/ and more',
    'mygithub.com/foo/bar',
    'a@github.com/foo/bar',
    'git hub',
    'https://github.com/',
    // Cut short: what is left is another repository.
    String.raw`https://github.com/foo/bar\textunderscore baz`,
    'https://github.com/foo/bar\\',
    'https://github.com/foo/bar{\\_}baz',
    'https://github.com/foo/bar…',
    'https://github.com/foo/bar...',
    'https://github.com/foo/ba...r',
    'https://github.com/foo/bar.. and',
    'https://github.com/foo/bar^2',
    'https://github.com/foo/bar$x$',
    'https://github.com/foo/naïve',
    'https://github.com/foo/bar–baz',
    'https://github.com/foo/bar- and more',
    'https://github.com/foo/bar_ and more',
    `https://foo.github.io/bar/${'long/'.repeat(80)}`,
  ])('not %j', (text) => {
    expect(codeIn([block(text)])).toEqual([]);
  });

  it.each([
    [String.raw`https://github.com/foo/bar\_baz`, 'https://github.com/foo/bar_baz'],
    [String.raw`https://github.com/foo/bar\baz`, null],
    ['https://github.com/foo/bar\\', null],
    ['https://github.com/foo/bar...', null],
    ['https://github.com/foo/bar…', null],
    ['https://github.com/foo/bar%5C_baz', null],
    ['https://github.com/foo/bar-', null],
  ])('a link to %j', (href, url) => {
    expect(parseCodeAddress(href)?.url ?? null).toBe(url);
    expect(codeIn([linked('Our code: this https URL', 'this https URL', href)]).map((one) => one.url)).toEqual(
      url === null ? [] : [url],
    );
  });

  it.each([
    ['https://github.com/foo/bar', '_baz', 'https://github.com/foo/bar_baz'],
    ['https://github.com/foo/bar', '-baz', 'https://github.com/foo/bar-baz'],
    ['github.com/foo/bar', String.raw`\_baz`, 'https://github.com/foo/bar_baz'],
    ['this https URL', '_baz', null],
  ])('a link that ends inside of the address does not count: %j, then %j', (words, rest, url) => {
    const found = codeIn([linked(`Our code is at ${words}${rest}.`, words, 'https://github.com/foo/bar')]);
    expect(found.map((one) => one.url)).toEqual(url === null ? [] : [url]);
    expect(codeIn([linked(`Our code is at ${words}.`, words, 'https://github.com/foo/bar')])).toHaveLength(1);
  });
});

describe('whose it is', () => {
  const at = 'https://github.com/foo/bar';
  it.each([
    `Our code is available at ${at}.`,
    'Code is available at github.com/foo/bar',
    `The source code and pretrained models can be found at ${at}/tree/main/x#readme).`,
    `We release our implementation (${at}).`,
    `All experiments were run with our code, available at ${at}.`,
    `Data were analysed using a custom package, available at ${at}.`,
    `The software is written in C++ and is available at ${at}`,
    `Foo, trained with a contrastive loss, is available at ${at}`,
    `Results used in this paper are available at ${at}`,
    `We open-source all code at ${at}`,
    `ICML 2023. Code: ${at}`,
    `Code at ${at}`,
    `${at} contains the code for all experiments.`,
    `An implementation of our method can be found at ${at}`,
    `Code will be made publicly available at ${at}`,
    `Our implementation, built on PyTorch, is available at ${at}.`,
    `Implemented in PyTorch; our code is at ${at}`,
    `Publicly available at ${at}.`,
    `See our repository ${at} for details.`,
    `The code used in this paper is hosted on GitHub: ${at}`,
    `To facilitate research, we make our models available (${at}).`,
    `Available code: ${at}`,
    `GitHub: ${at}`,
    `All scripts to reproduce the results are at ${at}`,
    `You can find the code here: ${at}`,
    `Code and data: ${at}`,
    `Our system is publicly accessible under ${at}`,
    `The source code of the heat solver and some examples are available at ${at}`,
    `Code of the sparse model can be found at ${at}`,
    `We compare to prior work. Code is released at ${at}.`,
  ])('theirs: %s', (text) => {
    expect(codeIn([block(text)])).toEqual([{ url: at, why: 'theirs', official: true, block: 0 }]);
  });

  it.each([
    `We use the Fairseq library (${at}) for all experiments.`,
    `Code for the baselines is available at ${at}.`,
    `Simulations used LAMMPS, available at ${at}.`,
    `Simulations were performed with LAMMPS (available at ${at}).`,
    `Statistical analysis was done in R using the package lme4, available at ${at}.`,
    `Data were processed with fMRIPrep, which is available at ${at}.`,
    `The template of this page: this template is available at ${at}.`,
    `Edit this page on GitHub: ${at}`,
    `Powered by the Academic theme, code at ${at}.`,
    `An unofficial implementation can be found at ${at}.`,
    `For the comparison, the code available at ${at} was used.`,
    `Our code is based on ${at}`,
    `implemented in PyTorch (${at})`,
    `We use the code of Smith et al., which is available at ${at}.`,
    `built on top of ${at}`,
    `We adopt the official implementation from ${at}`,
    `The baseline results were obtained with ${at}`,
    `We followed the implementation at ${at}`,
    `using the transformers library ${at}`,
    `Their code is available at ${at}`,
    `Pretrained weights were downloaded from ${at}`,
    `adapted from ${at}`,
    `We used the publicly available code from ${at}.`,
    `For BERT we use ${at}.`,
    `All models are trained using ${at}`,
    `Data are taken from ${at}`,
    `as implemented in ${at}`,
    `The code of [12] is available at ${at}`,
    `with the implementation by ${at}`,
  ])('a tool, or another work’s: %s', (text) => {
    expect(codeIn([block(text)])).toEqual([{ url: at, why: 'cited', official: false, block: 0 }]);
  });

  it.each([at, `See ${at}.`, `1 ${at}`, `The library is described elsewhere. ${at}`])('not said: %s', (text) => {
    expect(codeIn([block(text)], () => 'note')).toEqual([{ url: at, why: 'note', block: 0 }]);
  });

  it('two links in one sentence each have their own words', () => {
    const text =
      'We use Fairseq (https://github.com/pytorch/fairseq) and release our code at https://github.com/foo/bar.';
    expect(codeIn([block(text)]).map(({ url, why }) => [url, why])).toEqual([
      ['https://github.com/foo/bar', 'theirs'],
      ['https://github.com/pytorch/fairseq', 'cited'],
    ]);
  });

  it('in a reference list everything is another’s', () => {
    const text = `A. Author. Our code is available at ${at}, 2020.`;
    expect(codeIn([block(text, 'reference')])[0]).toMatchObject({ why: 'cited', official: false });
  });

  it('"this https URL" keeps its address, and plain words that are a link say code', () => {
    expect(
      codeIn([linked('12 pages, code at this https URL', 'this https URL', at)], () => 'comments')[0],
    ).toMatchObject({
      url: at,
      why: 'theirs',
    });
    expect(codeIn([linked('12 pages, this https URL', 'this https URL', at)], () => 'comments')[0]).toEqual({
      url: at,
      why: 'comments',
      block: 0,
    });
    expect(codeIn([linked('[Paper] [Code] [Video]', 'Code', at)])[0]?.why).toBe('theirs');
  });

  it('an archive’s entry counts where it is called software, a personal page where it is called theirs', () => {
    const record = 'https://zenodo.org/records/1234567';
    expect(codeIn([block(`The software is archived: ${record}`)])).toHaveLength(1);
    expect(codeIn([block(`Slides: ${record}`)])).toEqual([]);
    expect(codeIn([block('Project page: https://foo.github.io/')])).toHaveLength(1);
    expect(codeIn([block('Home of Foo: https://foo.github.io/')])).toEqual([]);
    expect(codeIn([linked('Publications', 'Publications', 'https://foo.github.io/papers.html')])).toEqual([]);
    expect(codeIn([linked('GitHub', 'GitHub', at)])[0]?.official).toBeUndefined();
  });
});

it('ranked by why, the strongest reason of one address', () => {
  const blocks = [
    block('We use https://github.com/a/tool.'),
    block('https://github.com/b/note'),
    block('Our code: https://github.com/c/ours'),
    block('based on https://github.com/b/note'),
    block('https://github.com/C/Ours'),
  ];
  expect(codeIn(blocks).map(({ url, why }) => `${why} ${url.slice(19)}`)).toEqual([
    'theirs c/ours',
    'text b/note',
    'cited a/tool',
  ]);
  expect(
    rankCode([
      { url: 'x', why: 'text' },
      { url: 'x', why: 'site' },
    ]),
  ).toEqual([{ url: 'x', why: 'site' }]);
  expect(
    rankCode([
      { url: 'https://GitLab.example/a/b/', why: 'text' },
      { url: 'https://www.gitlab.example/a/b.git', why: 'site' },
    ]),
  ).toEqual([{ url: 'https://www.gitlab.example/a/b.git', why: 'site' }]);
});

it('whatever the text, what comes out is a record’s code link', () => {
  const pieces = fc.constantFrom(
    'https://github.com/',
    'github.',
    ' com',
    '/foo',
    '/bar',
    '-',
    '\n',
    ' ',
    '.',
    ')',
    'our code',
    'we use',
    'gitlab.x.y',
    'doi.org/10.5281/zenodo.1',
    'code ',
    '%zz',
    '..',
    '@',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, fc.webUrl({ withQueryParameters: true }), (text, href) => {
      const links = codeIn([block(text), linked(`${text} x`, 'x', href)]);
      for (const link of recordCode(links, 'Site')) expect(RecordCode.safeParse(link).success).toBe(true);
      for (const { start, end } of addressesIn(text)) expect(start < end && end <= text.length).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('a long text of half addresses takes no time', async () => {
  const text = 'https://github.com/a/ our code is available we use the '.repeat(1700);
  const plain = 'the next word of the sentence and then one more '.repeat(2000);
  // The best of some runs: the process does other things at times.
  const best = async (what: string): Promise<number> => {
    let least = Infinity;
    for (let turn = 0; turn < 5; turn += 1)
      least = Math.min(least, await spent(() => codeIn([block(what.slice(0, 90_000))])));
    return least;
  };
  const quarter = await best(text.slice(0, 22_500));
  const whole = await best(text);
  // Linear in the text: four times as long, about four times the time, and not sixteen times.
  expect(whole).toBeLessThan(9 * quarter + 20);
  expect(await best(plain)).toBeLessThan(whole + 20);
});
