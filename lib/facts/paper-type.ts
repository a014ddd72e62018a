// Whether a paper is in a journal, at a conference, at a workshop, or on a preprint server only. The venue's
// own words count first: many sites put every venue into the tag for journals.
import type { PaperType } from '../paper/schema.ts';
import type { Tags } from './tags.ts';

const PREPRINTS =
  /^(?:arxiv|corr$|(?:bio|med|chem|psy|soc|ed|eng|tech|earth|law|agri)a?rxiv|ssrn|research square|preprints(?:\.org)?$|osf preprints)/i;
/** "Proceedings of …" alone says nothing: academies and societies call their journals so. */
const CONFERENCES =
  /\b(?:conference|symposium|advances in neural information processing systems|proceedings of machine learning research)\b/i;
/** bioRxiv's and medRxiv's; under the same prefix Cold Spring Harbor has journals, whose names begin with letters. */
const PREPRINT_DOI = /^10\.1101\/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,9}$/;

const ofVenue = (venue: string): PaperType | null =>
  /\bworkshops?\b/i.test(venue)
    ? 'workshop'
    : PREPRINTS.test(venue)
      ? 'preprint'
      : CONFERENCES.test(venue)
        ? 'conference'
        : null;

/** What a word for a kind of text says: "ConferencePaper", "Text.Serial.Journal", "article-journal", "conference_item". */
export function typeOfWord(text: string): PaperType | null {
  if (/pre-?print/i.test(text)) return 'preprint';
  if (/conference|proceeding/i.test(text)) return 'conference';
  return /journal/i.test(text) ? 'journal' : null;
}

/** What `citation_*` and EPrints' tags say: by which of them names the venue. */
export function typeOfTags(by: Tags): PaperType | null {
  const [kind] = by.first('eprints.type');
  if (kind !== undefined) return kind === 'article' ? 'journal' : typeOfWord(kind);
  if (by.first('citation_conference_title', 'citation_conference').length > 0) return 'conference';
  return by.first('citation_journal_title', 'citation_journal_abbrev').length > 0 ? 'journal' : null;
}

/** A paper's type out of all that was said of it; null where nothing says. `said`: by its sources, most trusted first. */
export function paperType(paper: {
  said: readonly (PaperType | null | undefined)[];
  venue: string | null;
  arxiv: string | null;
  doi: string | null;
}): PaperType | null {
  const { venue, arxiv, doi } = paper;
  const named = venue === null ? null : ofVenue(venue);
  if (named !== null) return named;
  const [said] = paper.said.filter((type) => type !== null && type !== undefined);
  if (said !== undefined) return said;
  return venue === null && (arxiv !== null || (doi !== null && PREPRINT_DOI.test(doi))) ? 'preprint' : null;
}
