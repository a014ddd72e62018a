// More entries to learn from, made of those that people labelled: another's title, names or journal in an entry's style,
// without quotes or number, or without a title where there is a journal, as physicists write.
import type { Chance } from '../chance.ts';
import { entryOf, type Entry, type Part } from './labelled.ts';
import { journals, publishers } from './places-and-journals.ts';

/** What stands around the words of a part: quotes and punctuation. */
const around = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
interface Dressed {
  lead: string;
  core: string;
  trail: string;
}
function undressed(text: string): Dressed {
  const [, lead = '', core = text, trail = ''] = around.exec(text) ?? [];
  return { lead, core, trail };
}

/** Names end with a full stop that may be an initial's; only commas, colons and semicolons are a style's. */
const style = /[,;:]+$/u;

function withText(part: Part, other: string): Part {
  if (part.label === 'author') {
    const [end = ''] = style.exec(part.text) ?? [];
    return { ...part, text: other.replace(style, '') + end };
  }
  const { lead, trail } = undressed(part.text);
  const { core } = undressed(other);
  // An abbreviation's full stop belongs to it.
  const stop = part.label === 'journal' && /\p{L}\.$/u.test(other) && !trail.startsWith('.') ? '.' : '';
  return { ...part, text: `${lead}${core}${stop}${trail}` };
}

const quotes = /["“”„«»]\s?|\s(?=»)/gu;
const straight = (text: string): string => text.replaceAll(/[“”„]/gu, '"').replaceAll(/[‘’]/gu, "'");

export class Variants {
  private readonly texts = new Map<string, string[]>();
  private readonly random: Chance;
  constructor(entries: readonly Entry[], random: Chance) {
    this.random = random;
    for (const { parts } of entries)
      for (const { tag, text } of parts) {
        const known = this.texts.get(tag);
        if (known === undefined) this.texts.set(tag, [text]);
        else known.push(text);
      }
  }

  private another(part: Part): Part {
    if (part.tag === 'journal' && this.random.next() < 0.5)
      return withText(part, journals[this.random.below(journals.length)] ?? part.text);
    const known = this.texts.get(part.tag) ?? [];
    const other = known[this.random.below(known.length)];
    return other === undefined ? part : withText(part, other);
  }

  /** A new entry like this one. */
  of({ parts }: Entry): Entry {
    const { random } = this;
    let made = parts.map((part) => {
      switch (part.label) {
        case 'title':
        case 'author':
          return random.next() < 0.6 ? this.another(part) : part;
        case 'journal':
        case 'container':
        case 'publisher':
        case 'location':
          return random.next() < 0.4 ? this.another(part) : part;
        default:
          return part;
      }
    });
    if (random.next() < 0.3) {
      const [place, house] = publishers[random.below(publishers.length)] ?? ['', ''];
      made = made.map((part) =>
        part.label === 'publisher' && !/\s(?:of|for)\s/u.test(part.text)
          ? withText(part, house)
          : part.label === 'location'
            ? withText(part, place)
            : part,
      );
    }
    const turn = random.next();
    if (turn < 0.12 && made.some(({ tag }) => tag === 'journal') && made.some(({ label }) => label === 'author'))
      made = made.filter(({ label }) => label !== 'title');
    else if (turn < 0.3)
      made = made.map((part) => (part.label === 'title' ? { ...part, text: part.text.replaceAll(quotes, '') } : part));
    else if (turn < 0.4) made = made.map((part) => ({ ...part, text: straight(part.text) }));
    if (made[0]?.label === 'number') {
      if (random.next() < 0.5) made = made.slice(1);
    } else if (random.next() < 0.1) {
      const nth = random.below(99) + 1;
      const text = random.pick([`[${nth}]`, `${nth}.`, `(${nth})`, `${nth}`]);
      made = [{ label: 'number', tag: 'citation-number', text }, ...made];
    }
    return entryOf(made.filter(({ text }) => text !== ''));
  }
}
