// Lines of authors as files and pages write them, each form with its right reading.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanAuthors,
  cleanNames,
  nameOfOne,
  namesOfAnyLine,
  namesOfLine,
  splitNames,
} from '../../../../lib/paper/names/author-list.ts';
import { authorsFrom, bylineFrom } from '../../../../lib/paper/names/byline-names.ts';
import { withoutTex } from '../../../../lib/paper/names/tex-name.ts';
import { inShort } from '../../short-form.ts';
import { spent } from '../../spent.ts';

const two = ['Mona Vale', 'Tom Reed'];
const three = ['Mona Vale', 'Tom Reed', 'Ida Holm'];

describe('a line of names', () => {
  it.each<[line: string, names: string[]]>([
    // What is no part of a name.
    ['Mona Vale^1, Tom Reed^{2,3}', two],
    ['Mona Vale$^{1}$, Tom Reed$^{*}$', two],
    ['Mona Vale a, Tom Reed b', two],
    ['Mona Vale, Member, IEEE, Tom Reed, Senior Member, IEEE', two],
    ['Mona Vale https://orcid.org/0000-0002-1825-0097, Tom Reed', two],
    ['Autores: Mona Vale, Tom Reed', two],
    ['eds. Mona Vale and Tom Reed', two],
    // What stands between names.
    ['Mona Vale, Tom Reed and Ida Holm', three],
    ['Mona Vale, Tom Reed, and Ida Holm', three],
    ['Mona Vale, Tom Reed & Ida Holm', three],
    ['Mona Vale; Tom Reed; Ida Holm', three],
    ['Mona Vale; Tom Reed & Ida Holm', three],
    ['Mona Vale; Tom Reed, Ida Holm', three],
    ['Mona Vale,; Tom Reed', two],
    ['Mona Vale | Tom Reed', two],
    ['Mona Vale · Tom Reed • Ida Holm', three],
    ['Mona Vale\nTom Reed', two],
    ['Mona Vale，Tom Reed', two],
    ['Mona Vale AND Tom Reed', two],
    ['Mona Vale et Tom Reed', two],
    ['Mona Vale und Tom Reed', two],
    ['Mona Vale y Tom Reed', two],
    ['Mona Vale e Tom Reed', two],
    ['Mona Vale en Tom Reed', two],
    ['Mona Vale with Tom Reed', two],
    ['Mona Vale 和 Tom Reed', two],
    ['Mona Vale / Tom Reed', two],
    ['Vale, Mona / Reed, Tom', two],
    ['田中、鈴木', ['田中', '鈴木']],
    ['王小明, 李四', ['王小明', '李四']],
    // Which of two names is the family's.
    ['Vale, Mona; Reed, Tom', two],
    ['Vale, Mona and Reed, Tom', two],
    ['Vale, Mona; Reed, Tom & Holm, Ida', three],
    ['Vale, Mona, Reed, Tom, Holm, Ida', three],
    ['Vale, M., Reed, T. B.', ['M. Vale', 'T. B. Reed']],
    ['Vale; M., Reed; T.', ['M. Vale', 'T. Reed']],
    ['Vale M, Reed TB', ['M. Vale', 'T.B. Reed']],
    ['Vale M.; Reed T.B.', ['M. Vale', 'T.B. Reed']],
    ['Vale M.', ['M. Vale']],
    ['García Márquez, Gabriel; Vale, Mona', ['Gabriel García Márquez', 'Mona Vale']],
    ['Mona Vale; García Márquez, Gabriel', ['Mona Vale', 'Gabriel García Márquez']],
    ['M.Vale, T.Reed, I.Holm, B.Moe', ['M.Vale', 'T.Reed', 'I.Holm', 'B.Moe']],
    ['杨, 育伟', ['杨育伟']],
    // Those that are not named.
    ['Mona Vale, Tom Reed, et al.', two],
    ['Mona Vale et al.', ['Mona Vale']],
    ['Mona Vale, et al., Tom Reed', two],
    ['Vale, M.A., Reed, T., et al.', ['M.A. Vale', 'T. Reed']],
    ['Mona Vale, Tom Reed and 12 others', two],
    ['Mona Vale, Tom Reed, + 3 authors', two],
    ['Mona Vale and others', ['Mona Vale']],
    ['Mona Vale & al.', ['Mona Vale']],
    ['Mona Vale plus 4 co-authors', ['Mona Vale']],
    ['et al.', []],
    ['[No author name available]', []],
    // Degrees, footnotes and places.
    ['Mona Vale, Ph.D., Tom Reed, M.D.', two],
    ['Mona Vale1,2, Tom Reed2*', two],
    ['Mona Vale (1), Tom Reed (2) ((1) A Place, (2) Another, with a comma)', two],
    ['Mona Vale (1), Tom Reed (2) ((1) A Place, (2) Another, that was cut', two],
    ['Mona Vale (MIT), Tom Reed (Ort, Land)', two],
    ['Mona Vale, MIT, Tom Reed, CERN', two],
    ['Mona Vale, University of X, Tom Reed, Germany', two],
    ['Mona Vale, Department of Child and Adolescent Psychiatry, Tom Reed', two],
    ['Mona Vale, Tom Reed, +5, Ida Holm-5Authors Info & Affiliations', three],
    ['Vale, Mona (7003612345); Reed, Tom (55123456789)', two],
    // Generations and small words.
    ['T.W. Vale, Jr., Tom Reed', ['T.W. Vale Jr.', 'Tom Reed']],
    ['Vale, Jr., Mona; Reed, Tom', ['Mona Vale Jr.', 'Tom Reed']],
    ['José Ortega y Gasset and Mona Vale', ['José Ortega y Gasset', 'Mona Vale']],
    ['van der Berg, Anna; de La Fontaine, Jean', ['Anna van der Berg', 'Jean de La Fontaine']],
    // Groups.
    ['LHCb Collaboration, M. Vale', ['LHCb Collaboration', 'M. Vale']],
    ['M. Vale, for the MAGIC Collaboration', ['M. Vale', 'MAGIC Collaboration']],
    ['SDSS-III collaboration: Mona Vale, Tom Reed', ['SDSS-III collaboration', 'Mona Vale', 'Tom Reed']],
    ['Deaths and Causes of Death Collaborators', ['Deaths and Causes of Death Collaborators']],
    // Ways of programs.
    ["['Mona Vale', 'Tom Reed']", two],
    ['["Mona Vale", "Tom O\'Reed"]', ['Mona Vale', "Tom O'Reed"]],
    ['Zolt\\\'an Vale, G. Gr\\"af and M. B{\\l}\\k{e}cka', ['Zoltán Vale', 'G. Gräf', 'M. Błęcka']],
    ['<i>Mona</i> Vale<sup>1</sup>, Tom Reed<sup>*</sup>', two],
  ])('%j', (line, names) => expect(splitNames(line)).toEqual(names));
});

describe('a text of one name', () => {
  it.each<[text: string, names: string[]]>([
    ['Vale, Mona', ['Mona Vale']],
    ['Ahumada Vale, Mona Isabel', ['Mona Isabel Ahumada Vale']],
    ['Vale, Mona, Jr.', ['Mona Vale Jr.']],
    ['Vale, Mona, MD, PhD, MPH', ['Mona Vale']],
    ['Mona Vale, Department of Physics, University of X, Land', ['Mona Vale']],
    ['Mona Vale, MIT, Cambridge', ['Mona Vale']],
    ['Mona Vale, Institute of Things, 1234 AB Town', ['Mona Vale']],
    ['Mona Vale (Town, Land)', ['Mona Vale']],
    ['Mona Vale (Caltech', ['Mona Vale']],
    ['Potsdam)', []],
    ['Astrophysikalisches Institut Potsdam)', []],
    ['Mona Vale [1', ['Mona Vale']],
    ['Mona Vale 1', ['Mona Vale']],
    ['Mona Vale¹', ['Mona Vale']],
    ['Guest Editor: Mona Vale', ['Mona Vale']],
    ['Prof. Dr. med. Mona Vale', ['Mona Vale']],
    ['Vale, Mona (Editor)', ['Mona Vale']],
    ['Author Mona Vale', ['Mona Vale']],
    ['by Mona Vale', ['Mona Vale']],
    ['Mona Vale et Tom Reed', two],
    ['Vale ; Reed', ['Vale', 'Reed']],
    ['World Health Organization, Geneva', ['World Health Organization, Geneva']],
    ['LHCb Collaboration, CERN', ['LHCb Collaboration']],
    ['GBD 2015 Mortality and Causes of Death Collaborators', ['GBD 2015 Mortality and Causes of Death Collaborators']],
    ['on behalf of the INVENTED Study Group', ['INVENTED Study Group']],
    ['Mufan (Bill) Vale', ['Mufan (Bill) Vale']],
    ['Vale, Ed', ['Ed Vale']],
    ['Hasan, Md', ['Md Hasan']],
    ['M\\"uller, J\\\'er\\^ome', ['Jérôme Müller']],
    ['<img alt="" src="https://x.example/a?s=49&amp;d=blank" />Mona Vale', ['Mona Vale']],
    ['<a href="https://orcid.org/0000-0001-0000-0000">Mona Vale</a>', ['Mona Vale']],
    ['Garc\u0131\u0301a, Ana', ['Ana García']],
    ['admin', []],
    ['Department of Physics', []],
    ['Agora Center and', []],
    ['MR Center', []],
    ['Team', []],
    ['Mr. Tom Reed', ['Tom Reed']],
    ['Mona Vale mona@x.org', ['Mona Vale']],
    ['Mona ValeView all articles by this author', ['Mona Vale']],
    ['Mona Vale, Department of Child and Adolescent Psychiatry, Town', ['Mona Vale']],
    [':', []],
  ])('%j', (text, names) => {
    expect(nameOfOne(text).map(({ name }) => name)).toEqual(names);
    expect(authorsFrom([text, 'Zoe Zed'])).toEqual([...names, 'Zoe Zed']);
  });
});

it.each<[string, string, string | null]>([
  ['Wei Wang 0001', 'Wei Wang', 'dblp:Wei Wang 0001'],
  ['Wang 0001, Wei', 'Wei Wang', 'dblp:Wei Wang 0001'],
  ['Mona Vale (0000-0002-1825-0097)', 'Mona Vale', 'orcid:0000-0002-1825-0097'],
  ['Mona Vale (ORCID: 0000-0002-1825-009x)', 'Mona Vale', 'orcid:0000-0002-1825-009X'],
  ['Mona Vale https://orcid.org/0000-0002-1825-0097', 'Mona Vale', 'orcid:0000-0002-1825-0097'],
  ['Mona Vale', 'Mona Vale', null],
])('%s is %s, and its id is kept apart', (text, name, id) => {
  expect(cleanAuthors([text, 'Tom Reed']).authors[0]).toEqual({ name, id });
});

it.each<[what: string, written: string[], names: string[]]>([
  ['the list twice', [...three, ...three], three],
  ['each twice', ['Mona Vale', 'Mona Vale', 'Tom Reed', 'Tom Reed'], two],
  [
    'the list twice, with two of one name',
    ['Wei Li', 'Bo Moe', 'Wei Li', 'Wei Li', 'Bo Moe', 'Wei Li'],
    ['Wei Li', 'Bo Moe', 'Wei Li'],
  ],
  ['two of one name', ['Wei Li', 'Bo Moe', 'Wei Li'], ['Wei Li', 'Bo Moe', 'Wei Li']],
  ['initials behind all names', ['Vale M', 'Reed TB'], ['M. Vale', 'T.B. Reed']],
  ['initials behind one name of several', ['Prashanth L.A.', 'Mona Vale'], ['Prashanth L.A.', 'Mona Vale']],
  ['family names in capitals', ['Yang LI', 'Haibing YIN'], ['Yang LI', 'Haibing YIN']],
  ['a line as the only author', ['Mona Vale, Tom Reed'], two],
])('%s', (_, written, names) => expect(cleanNames(written)).toEqual(names));

it('five hundred authors stay five hundred, and more are said to be more', () => {
  const many = Array.from(
    { length: 501 },
    (_, at) => `Ada Exam${'abcdefghij'.charAt(at % 10)}ple Nr${String.fromCodePoint(0x100 + at)}`,
  );
  expect(bylineFrom(many.slice(0, 500), true)).toMatchObject({ more: false });
  expect(bylineFrom(many.slice(0, 500), true).names).toHaveLength(500);
  expect(bylineFrom(many, true)).toMatchObject({ more: true });
  expect(cleanAuthors(many.slice(0, 500))).toMatchObject({ more: false });
  expect(cleanAuthors(many).more).toBe(true);
  expect(cleanAuthors(many).authors).toHaveLength(500);
});

it.each([
  ["Garc{\\'\\i}a", 'García'],
  ['Nguy\\~{\\^{e}}n', 'Nguyễn'],
  ['Erd\\H{o}s', 'Erdős'],
  ['\\AA str\\"om', 'Åström'],
  ['Fran\\c cois', 'François'],
  ['{\\L}ukasz', 'Łukasz'],
  ['\\ifmmode \\check{Z}\\else \\v{Z}\\fi{}umar', 'Žumar'],
  ['Vale$^{2,3}$', 'Vale'],
  ['Vale\\thanks{Supported by nobody}', 'Vale'],
  ['Giacin\\-to', 'Giacinto'],
  ["O'Reed", "O'Reed"],
])('%s is %s', (tex, text) => expect(withoutTex(tex)).toBe(text));

const bit = fc.constantFrom(
  ...'Mona|Vale|M.|TB|van|der|Jr.|and|&|et al.|, |; |(|)|[|]|1|*|MIT|y|Collaboration|of|{|}|\\"|$|~|<sup>|</sup>|、|杨|0001|@x.org|PhD|\n| - |: '.split(
    '|',
  ),
);
const line = fc.oneof(
  fc.array(bit, { maxLength: 40 }).map((bits) => bits.join(' ')),
  fc.array(bit, { maxLength: 40 }).map((bits) => bits.join('')),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);

it('whatever a line holds, names come out whole, and reading them again changes nothing', () => {
  fc.assert(
    fc.property(line, (text) => {
      for (const name of [...splitNames(text), ...authorsFrom([text]), ...authorsFrom([text, text], true)]) {
        expect(name).toMatch(/\p{L}/u);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[<>\n;]|^\s|\s$/u);
      }
      const once = cleanNames([text, 'Zoe Zed']);
      expect(cleanNames(once)).toEqual(once);
    }),
    { numRuns: inShort(600, 2000) },
  );
});

const plainWord = fc.constantFrom(
  ...(
    'Mona|Vale|M.|M.K.|R.-D.|TB|van|De|La|der|Jr|José|Peñalver|Lee|Kim|Li|MIT|y|Collaboration|of|United|Kingdom|New|' +
    "Zealand|University|O'Neil|Dr.|AND|III|Al|el"
  ).split('|'),
);
const plainLine = fc
  .array(
    fc.tuple(fc.array(plainWord, { minLength: 1, maxLength: 4 }), fc.constantFrom(', ', '; ', ' and ', ', and ', ',')),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.map(([words, between], at) => (at === 0 ? '' : between) + words.join(' ')).join(''));

it('what is read the short way is what all rules read', () => {
  fc.assert(
    fc.property(plainLine, (text) => {
      expect(namesOfLine(text)).toEqual(namesOfAnyLine(text));
    }),
    { numRuns: inShort(4000, 20_000) },
  );
});

it.each([
  '(',
  '((1) ',
  'a, ',
  'A; ',
  "\\'",
  '{',
  'et al ',
  ' and ',
  'Vale M, ',
  '<sup>',
  ' 1',
  '1,',
  '~',
  'ORCID ',
  '等',
])('a line of a hundred thousand %j takes no longer than its letters', async (part) => {
  const text = part.repeat(Math.ceil(100_000 / part.length));
  const took = await spent(() => {
    splitNames(text);
    nameOfOne(text);
    authorsFrom([text]);
    cleanNames([text, text]);
  });
  expect(took).toBeLessThan(3000);
});
