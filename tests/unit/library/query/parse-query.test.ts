import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../lib/library/query/parse-query.ts';

/** A query's parts in short: `!` is "not", `=` is "exactly". */
const short = (typed: string): string[] =>
  parseQuery(typed).parts.map((part) => {
    const { negated, kind, ...rest } = part;
    const said =
      part.kind === 'text'
        ? `${part.field}${part.exact ? '=' : '~'}${part.words}`
        : `${kind} ${Object.values(rest).join(' ')}`.trimEnd();
    return negated ? `!${said}` : said;
  });
const hints = (typed: string): string[] => parseQuery(typed).hints.map(({ kind, text }) => `${kind} ${text}`);

describe('what is typed above a list', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['  attention   heads ', ['any~attention', 'any~heads']],
    ['"low rank" -cats', ['any=low rank', '!any~cats']],
    ['-"low rank"', ['!any=low rank']],
    ['“low rank”', ['any=low rank']],
    ['"still being typ', ['any~still being typ']],
    ['title:bert author:"ada holm" venue:icml tag:ml', ['title~bert', 'author=ada holm', 'venue~icml', 'tag~ml']],
    ['-tag:"to cite" Title:X', ['!tag=to cite', 'title~x']],
    ['year:2019', ['year 2019 2019']],
    ['year:2019..2023', ['year 2019 2023']],
    ['year:2023..2019', ['year 2019 2023']],
    ['year:..2019 -year:2020..', ['year  2019', '!year 2020']],
    ['status:reading status:"to-read"', ['status reading', 'status to-read']],
    ['is:unread is:starred -is:tagged', ['is unread', 'is starred', '!is tagged']],
    ['has:code has:note has:doi has:tags -has:arxiv', ['has code', 'has note', 'has doi', 'has tags', '!has arxiv']],
    ['saved:30d saved:2w saved:6m -saved:1y', ['saved 30', 'saved 14', 'saved 180', '!saved 365']],
    ['BERT: Pre-training', ['any~bert', 'any~pre training']],
    ['10:30', ['any~10 30']],
    ['C++ and C#', ['any~c++', 'any~and', 'any~c#']],
    ['- – " "" : ?! -', []],
    ['year: tag: "', []],
    ['Ŷöü ﬁnd naïve—œuvre', ['any~you', 'any~find', 'any~naive oeuvre']],
    ['optimisation', ['any~optimization']],
    ['https://arxiv.org/pdf/1912.10077v2', ['any~arxiv 1912 10077']],
    ['arXiv:1912.10077 https://doi.org/10.1000/A_b', ['any~arxiv 1912 10077', 'any~doi 10 1000 a b']],
  ])('%s', (typed, parts) => {
    expect(short(typed)).toEqual(parts);
    expect(hints(typed)).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    ['foo:bar', ['any~foo bar'], ['unknown-key foo:bar']],
    ['-foo:"bar baz"', ['!any~foo bar baz'], ['unknown-key -foo:"bar baz"']],
    ['year:soon', ['any~year soon'], ['bad-value year:soon']],
    ['year:..', ['any~year'], ['bad-value year:..']],
    ['is:good', ['any~iz good'], ['bad-value is:good']],
    [
      'saved:0d status:skimmed',
      ['any~saved 0d', 'any~status skimmed'],
      ['bad-value saved:0d', 'bad-value status:skimmed'],
    ],
    [
      'constructor:x has:toString',
      ['any~constructor x', 'any~has tostring'],
      ['unknown-key constructor:x', 'bad-value has:toString'],
    ],
  ])('%s is words, and says so', (typed, parts, said) => {
    expect(short(typed)).toEqual(parts);
    expect(hints(typed)).toEqual(said);
  });

  it('a status of a later version is one where a row has it', () => {
    expect(parseQuery('status:skimmed', ['read', 'Skimmed'])).toEqual({
      parts: [{ kind: 'status', status: 'Skimmed', negated: false }],
      hints: [],
    });
  });

  it('whatever is typed, there is an answer, and no part is of nothing', () => {
    const piece = fc.constantFrom(
      'year:',
      'tag:',
      'foo:',
      '"',
      '-',
      ' ',
      '..',
      '2020',
      'a',
      '\\',
      '$',
      '\ud800',
      '٣',
      'https:',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (typed) => {
          for (const part of parseQuery(typed).parts)
            if (part.kind === 'text') expect(part.words).toMatch(/^\S+(?: \S+)*$/u);
        },
      ),
    );
  });

  it('of a very long text only the beginning is read', () => {
    expect(parseQuery('-"a '.repeat(200_000)).parts.length).toBeLessThan(400);
  });
});
