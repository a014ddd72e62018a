// LaTeX in titles and in page text. A command is either only about looks (dropped), a letter of its own, or spoken
// by its name, which is right for Greek letters ("\alpha") and harmless for the rest.
import { ownValue } from './own-value.ts';

const LOOKS = new Set(
  (
    'mathcal mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr boldsymbol bm pmb operatorname text textbf ' +
    'textit textrm textsf texttt textsc textsl textup textnormal textsuperscript textsubscript emph em it bf rm sf ' +
    'tt sc sl cal bb frak hat bar tilde vec dot ddot widehat widetilde overline underline mathring check breve acute ' +
    'grave left right big Big bigg Bigg bigl bigr Bigl Bigr mathop limits displaystyle textstyle scriptstyle ' +
    'mathopen mathclose rm hbox mbox vbox ensuremath protect noindent newline linebreak hspace vspace quad qquad ' +
    'to rightarrow leftarrow leftrightarrow longrightarrow Rightarrow Leftarrow mapsto sim simeq approx cong equiv ' +
    'neq ne le leq leqslant ge geq geqslant ll gg lesssim gtrsim pm mp times cdot cdots ldots dots circ ast star ' +
    'bullet otimes oplus odot wedge vee cap cup in subset subseteq prime perp parallel mid vert Vert lvert rvert ' +
    'langle rangle lbrace rbrace lfloor rfloor lceil rceil backslash textendash textemdash textquoteright ' +
    'textquoteleft textquotedblleft textquotedblright textregistered texttrademark u v H c d b r k t'
  ).split(' '),
);

const LETTERS: Record<string, string> = {
  ell: 'l',
  o: 'o',
  O: 'o',
  l: 'l',
  L: 'l',
  ss: 'ss',
  ae: 'ae',
  AE: 'ae',
  oe: 'oe',
  OE: 'oe',
  aa: 'a',
  AA: 'a',
  i: 'i',
  j: 'j',
  infty: 'infinity',
  varepsilon: 'epsilon',
  varphi: 'phi',
  vartheta: 'theta',
  varrho: 'rho',
  varpi: 'pi',
  varsigma: 'sigma',
  textalpha: 'alpha',
  textbeta: 'beta',
  textgamma: 'gamma',
  textmu: 'mu',
};

/** What a command's name is read as: '' if it is only about looks. Letters in lower case. */
export function spokenCommand(name: string): string {
  if (LOOKS.has(name)) return '';
  return (ownValue(LETTERS, name) ?? name).toLowerCase();
}

const MATHS = /\$\$?[^$]{1,400}\$\$?|\\\([^)]{1,400}\\\)/g;
const TAGS = /<\/?[a-zA-Z]{1,8}>/g;

/**
 * The ways a title may appear on a page: as it is, and with its formulas lost, as plain-text copies have it
 * ("Top-$k$ Estimation", "Top- Estimation").
 */
export function titleReadings(title: string): string[] {
  const bare = title.includes('<') ? title.replace(TAGS, '') : title;
  if (!bare.includes('$') && !bare.includes('\\(')) return [bare];
  const lost = bare.replace(MATHS, ' ');
  return lost === bare ? [bare] : [bare, lost];
}

const MARKS = /[:—?]| [-–] /;

/** The title before its subtitle, or null where there is none ("Title: subtitle", "Title - subtitle"). */
export function mainPart(title: string): string | null {
  if (!MARKS.test(title)) return null;
  const at = title.search(/:\s|\s[-–—]\s|—|\?\s/);
  if (at <= 0) return null;
  const rest = title.slice(at + 1).trim();
  return rest === '' ? null : title.slice(0, at);
}
