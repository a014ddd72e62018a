// COinS: a reference as an OpenURL in the title of an empty span (`rft.atitle=…&rft.au=…`).
import { fromHtml } from '../paper/plain-text.ts';
import { pagesOf } from '../paper/publication.ts';
import { canonical } from '../text/tokens.ts';
import { filledFields } from './fields.ts';
import type { Reading } from './reading.ts';
import { typeOfWord } from './paper-type.ts';
import type { PaperType } from '../paper/schema.ts';

/** Books, patents and things unknown are no papers; what says nothing of itself may be one. */
const PAPERS = /^(?:article|proceeding|preprint|bookitem|dissertation|conference|report|document|issue|)$/i;

/** An article may be a magazine's as well as a journal's, but is in a periodical. */
const typeOfGenre = (genre: string): PaperType | null => (/^article$/i.test(genre) ? 'journal' : typeOfWord(genre));

/** Null where the span describes something else. */
export function coins(title: string): Reading | null {
  const text = title.slice(0, 4000);
  if (!/\brft[._]/.test(text) && !text.includes('rft&#')) return null;
  const query = new URLSearchParams(/&(?:amp|#\d{1,4});/.test(text) ? fromHtml(text) : text);
  const first = (...keys: string[]): string[] => {
    for (const key of keys) {
      const found = query.getAll(key).filter((value) => value.trim() !== '');
      if (found.length > 0) return found;
    }
    return [];
  };
  const [genre = ''] = first('rft.genre');
  if (!PAPERS.test(genre)) return null;
  const ids = [...query.getAll('rft_id'), ...query.getAll('rft.identifier'), ...query.getAll('rft.doi')].map((id) =>
    id.replace(/^info:(?:doi|arxiv)\//i, (prefix) => (/doi/i.test(prefix) ? '' : 'arXiv:')),
  );
  const [family = ''] = first('rft.aulast');
  const [given = ''] = first('rft.aufirst', 'rft.auinit', 'rft.auinit1');
  const named = first('rft.au', 'rft.creator');
  const lead = family === '' ? [] : [given === '' ? family : `${family}, ${given}`];
  // The first author has names of their own; the others' list may have them too, or go on after them.
  const hasLead = canonical(named[0] ?? '').includes(canonical(family)) || named.includes(lead[0] ?? '');
  const everyone = named.every((name) => name === family) ? lead : hasLead ? named : [...lead, ...named];
  const fields = filledFields({
    title: first('rft.atitle', 'rft.title'),
    authors: everyone,
    venue: first('rft.jtitle', 'rft.stitle', 'rft.btitle'),
    volume: first('rft.volume'),
    issue: first('rft.issue'),
    pages: [...first('rft.pages'), pagesOf(first('rft.spage')[0], first('rft.epage')[0])],
    publisher: first('rft.pub'),
    date: first('rft.date'),
    doi: ids.filter((id) => id.includes('10.')),
    arxiv: ids.filter((id) => /arxiv/i.test(id)),
  });
  return fields.title === undefined ? null : { from: 'coins', fields, type: typeOfGenre(genre) };
}
