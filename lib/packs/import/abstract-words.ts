// The words of an abstract by which a paper is found. All of them would be a table larger than the abstracts, so at most 48
// stay: those said three times or more first, then twice, of these the longest, of two alike the earlier. The rarest would
// tell most, but what is rare is known only when all has been read; long words are the rarer ones as a rule, and this looks at
// one abstract alone, so that a paper has the same words in every pack. Words of the title are in a table already, and figures
// tell nothing.
import { MAX_ABSTRACT_WORDS } from '../tables/extras.ts';
import { titleWordsOf } from '../tables/words.ts';
import { WordTable } from './word-table.ts';

/** What nearly every abstract says. Those that nearly every title says are left out by `contentWords`. */
const empty = new Set(
  `abstract achieve achieved also although apply approach article available based because been being both but code compare
   compared contribution could demonstrate demonstrated develop due each et etc evaluate even example existing experiment
   experimental extensive first framework further furthermore given had have having however if important improve improved
   include including introduce investigate large less like made main make many method methodology moreover most much must
   not novel obtain obtained often one only other our out paper perform performance present presented problem propose
   proposed provide range rather recent recently respectively result same second several should show shown significant
   significantly since so some state study such task technique their them then therefore these they those three thus two
   typically used user various very was well were will work would yet`.split(/\s+/),
);

/** Words kept beyond one abstract; then all are forgotten, for memory. */
const MAX_WORDS = 100_000;
const NO_WORD = -1;
/** Weights of words said as often: by length, which is cut at this. */
const WEIGHTS = 64;
const isPlain = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0));

export class AbstractWords {
  #words: string[] = [];
  #numbers = new Map<string, number>();
  #ofTexts = this.#table();
  /** By word: in which abstract it was met last, and how often there; 0 where the title has it. */
  #met: number[] = [];
  #times: number[] = [];
  #turn = 0;
  /** Words of the text that was scanned last. */
  readonly #scanned: number[] = [];

  #table(): WordTable {
    return new WordTable((text) => {
      const [word] = titleWordsOf(text);
      return word === undefined ? NO_WORD : this.#number(word);
    });
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = empty.has(word) || /^\d+$/.test(word) ? NO_WORD : this.#words.length;
    this.#numbers.set(word, number);
    if (number === NO_WORD) return NO_WORD;
    this.#words.push(word);
    this.#met.push(0);
    this.#times.push(0);
    return number;
  }

  /** Words of an abstract that the title has not, at most 48, in no order. */
  choose(title: string, abstract: string): string[] {
    if (this.#words.length > MAX_WORDS) {
      this.#words = [];
      this.#numbers = new Map();
      this.#ofTexts = this.#table();
      this.#met = [];
      this.#times = [];
      this.#turn = 0;
    }
    this.#turn += 1;
    const turn = this.#turn;
    const [words, met, times] = [this.#words, this.#met, this.#times];
    for (let left = this.#scan(title); left > 0; left -= 1) {
      const number = this.#scanned[left - 1] ?? 0;
      met[number] = turn;
      times[number] = 0;
    }
    const found: number[] = [];
    const count = this.#scan(abstract);
    for (let at = 0; at < count; at += 1) {
      const number = this.#scanned[at] ?? 0;
      if (met[number] !== turn) {
        met[number] = turn;
        times[number] = 1;
        found.push(number);
      } else if (times[number] === 1 || times[number] === 2) times[number] = (times[number] ?? 0) + 1;
    }
    if (found.length > MAX_ABSTRACT_WORDS) this.#keepHeaviest(found);
    return found.map((number) => words[number] ?? '');
  }

  /** Leaves the 48 words of most weight, of two alike the earlier: a pass over the words for each weight there is. */
  #keepHeaviest(found: number[]): void {
    const weights = found.map(
      (number) => ((this.#times[number] ?? 1) - 1) * WEIGHTS + Math.min(WEIGHTS - 1, this.#words[number]?.length ?? 0),
    );
    const counts = new Uint16Array(3 * WEIGHTS);
    for (const weight of weights) counts[weight] = (counts[weight] ?? 0) + 1;
    let left = MAX_ABSTRACT_WORDS;
    let least = counts.length - 1;
    while ((counts[least] ?? 0) <= left) {
      left -= counts[least] ?? 0;
      least -= 1;
    }
    // Of the least weight that stays, only some do.
    let kept = 0;
    for (let at = 0; at < weights.length; at += 1) {
      const weight = weights[at] ?? 0;
      if (weight < least || (weight === least && left === 0)) continue;
      if (weight === least) left -= 1;
      found[kept] = found[at] ?? 0;
      kept += 1;
    }
    found.length = kept;
  }

  /** Puts the numbers of a text's words into `#scanned`; answers how many. */
  #scan(text: string): number {
    let count = 0;
    let from = -1;
    let plain = true;
    for (let at = 0; at <= text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (isPlain[code] === 1 || code > 127) {
        if (from < 0) from = at;
        if (code > 127) plain = false;
        continue;
      }
      if (from < 0) continue;
      if (plain) {
        const number = this.#ofTexts.get(text, from, at);
        if (number !== NO_WORD) this.#scanned[count++] = number;
      } else
        for (const word of titleWordsOf(text.slice(from, at))) {
          const number = this.#number(word);
          if (number !== NO_WORD) this.#scanned[count++] = number;
        }
      from = -1;
      plain = true;
    }
    return count;
  }
}
