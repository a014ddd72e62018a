// Every word of the interface. The words live in public/_locales/<language>/messages.json; the browser picks the
// language. This file asks the browser's own `i18n` and not `lib/browser`: the call is synchronous and the same in
// every browser, and so the words also work where there is no extension (unit tests, the design gallery).
import type english from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof english;
/** What can be counted: every key that has an `…_other` form. */
export type CountKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
type Substitution = string | number;
/** Messages as messages.json has them. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

interface Speaker {
  i18n?: { getMessage?: (key: string, substitutions?: string[]) => string };
}
const world = globalThis as { browser?: Speaker; chrome?: Speaker };

let given: Messages | null = null;

/** Speaks from these messages and not from the browser's, for places without an extension around them; null: as it began. */
export function speakFrom(messages: Messages | null): void {
  given = messages;
}

let fallback: Messages | null = null;

/** Words for where the browser has none; `lib/i18n/english.ts` says when that is. */
export function fallBackTo(messages: Messages): void {
  fallback = messages;
}

/** "$1" to "$9" mean the substitutions, "$$" for a dollar, as the browsers have it. */
const fill = (message: string, values: readonly string[]): string =>
  message.replace(/\$([1-9$])/g, (_, sign: string) => (sign === '$' ? '$' : (values[Number(sign) - 1] ?? '')));

/** Node has no extension around it: the English words from their file. */
function fromFile(): Messages | null {
  if (typeof process === 'undefined') return null;
  // Not in what is built for browsers: only there WXT says which manifest. `PROD` does not tell: a test that has built
  // an extension is in production too.
  if (import.meta.env?.MANIFEST_VERSION !== undefined || typeof process.getBuiltinModule !== 'function') return null;
  const file = new URL('../../public/_locales/en/messages.json', import.meta.url);
  return JSON.parse(process.getBuiltinModule('node:fs').readFileSync(file, 'utf8')) as Messages;
}

function look(key: string, values: string[]): string {
  given ??= fromFile();
  if (given !== null) return fill(given[key]?.message ?? '', values);
  const speaker = world.browser?.i18n ?? world.chrome?.i18n;
  return (speaker?.getMessage?.(key, values) ?? '') || fill(fallback?.[key]?.message ?? '', values);
}

/** The words for a key; the key itself where a language lacks it, so that a gap is seen and not hidden. */
export function t(key: MessageKey, ...substitutions: Substitution[]): string {
  return look(key, substitutions.map(String)) || key;
}

/** The language these words are in: a browser set to a language we lack shows English, and then this says so. */
export const language = (): string => look('extLanguage', []) || 'en';
export const direction = (): 'ltr' | 'rtl' => (t('extDirection') === 'rtl' ? 'rtl' : 'ltr');

let rules: Intl.PluralRules | null = null;

/** A count in words: `count('cardMore', 3)` is "3 more". `$1` is the number, `$2` and on the substitutions. */
export function count(key: CountKey, n: number, ...substitutions: Substitution[]): string {
  rules ??= new Intl.PluralRules(language());
  const values = [number(n), ...substitutions.map(String)];
  return look(`${key}_${rules.select(n)}`, values) || look(`${key}_other`, values) || key;
}

let numbers: Intl.NumberFormat | null = null;
export function number(n: number): string {
  numbers ??= new Intl.NumberFormat(language());
  return numbers.format(n);
}

/** "a, b and c", as the language says it. */
export const list = (items: readonly string[]): string =>
  new Intl.ListFormat(language(), { style: 'long', type: 'conjunction' }).format(items);
