// British and American spellings fall together while a word is written down, letter by letter: colour/color,
// centre/center, defence/defense, catalogue/catalog, programme/program, modelling/modeling, grey/gray,
// anaemia/anemia. The rules look only at the letters just before, never at the word's end, so that
// a word reads the same whether a hyphen or a line end splits it or not. They change words that have one spelling only ("tree" becomes
// "tere"); that does no harm, since titles and pages are read alike.

const A = 97;
const B = 98;
const C = 99;
const E = 101;
const G = 103;
const I = 105;
const L = 108;
const M = 109;
const N = 110;
const O = 111;
const R = 114;
const S = 115;
const T = 116;
const U = 117;
const Y = 121;

/**
 * Appends the letter `code` to the word that began at `chars[base]`.
 * @param n where the word so far ends
 * @returns where it ends now (a rule may take letters back)
 */
export function appendLetter(chars: Uint16Array, n: number, base: number, code: number): number {
  const long = n - base;
  if (long > 0) {
    if (code === E || code === I) {
      // "elling", "alled" -> one l
      if (long > 2 && chars[n - 1] === L && chars[n - 2] === L && (chars[n - 3] === E || chars[n - 3] === A)) n -= 1;
    }
    if (code === E) {
      const last = chars[n - 1];
      if (last === A || last === O) {
        chars[n - 1] = E;
        return n;
      }
      if (last === R && long > 1 && (chars[n - 2] === T || chars[n - 2] === B)) {
        chars[n - 1] = E;
        chars[n] = R;
        return n + 1;
      }
      if (last === C && long > 2 && chars[n - 2] === N && chars[n - 3] === E) {
        chars[n - 1] = S;
      } else if (last === U && long > 2 && chars[n - 2] === G && chars[n - 3] === O) {
        return n - 1;
      } else if (
        last === M &&
        long > 4 &&
        chars[n - 2] === M &&
        chars[n - 3] === A &&
        chars[n - 4] === R &&
        chars[n - 5] === G
      ) {
        return n - 1;
      }
    } else if (code === R) {
      if (long > 1 && chars[n - 1] === U && chars[n - 2] === O) {
        chars[n - 1] = R;
        return n;
      }
    } else if (code === Y) {
      if (long > 2 && chars[n - 1] === E && chars[n - 2] === R && chars[n - 3] === G) chars[n - 1] = A;
    }
  }
  chars[n] = code;
  return n + 1;
}
