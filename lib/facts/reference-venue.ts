// Whether the text after a title says where the paper appeared. Only then is it certain where the title ended: a
// second sentence of the title reads otherwise. Books, news and web pages say it in other ways, and are no papers.

const meeting =
  /\b(?:Proceedings|Proc\b|[cC]onference|Conf\b|Advances in|[sS]ymposium|Symp\b|[wW]orkshops?|Transactions|[cC]ongress|Annual Meeting|ICML|NeurIPS|NIPS|ICLR|CVPR|ICCV|ECCV|WACV|ACL|EMNLP|NAACL|EACL|COLING|INTERSPEECH|AAAI|IJCAI|UAI|AISTATS|COLT|ALT|KDD|SIGIR|WWW|WSDM|CIKM|RecSys|SIGMOD|VLDB|STOC|FOCS|SODA|ITCS|ICALP|CHI|SIGGRAPH|OSDI|SOSP|NSDI|USENIX|ICASSP|ICRA|IROS|CoRL|MICCAI|TACL|LREC|Lecture Notes)\b/u;
const preprint =
  /^(?:(?:19|20)\d\d\. )?(?:e-?prints? |preprint |preprint at https:\/\/|manuscript |available at )?(?:(?:IACR )?Cryptology ePrint Archive|arXiv|bioRxiv|medRxiv|ChemRxiv|CoRR|PsyArXiv|SSRN|OpenReview)\b/iu;
const report =
  /^(?:(?:Unpublished )?(?:Ph\.? ?D\.?|Doctoral|Master['’]?s?|M\.? ?Sc\.?|Bachelor['’]?s?) (?:thesis|dissertation)|Technical Report\b|Tech\. rep)/iu;
const serial =
  /\b(?:Journal|J|Trans(?:actions)?|Letters|Lett|Reviews?|Rev|Annals|Ann|Proceedings|Proc|Conference|Symposium|Bulletin|Archives?|Acta|Quarterly|IEEE|ACM|PLoS|PLOS|BMC|Frontiers|Nature|Advances)\b/u;
const publisher =
  /\b(?:Press|Publish\w*|Springer|Wiley|Elsevier|Verlag|Books?|Academic|Routledge|Sage|McGraw|Chapman|Birkh\S+|Editors?)\b/u;

const lower = new Set(
  'of and the in for on to at by from with et de des du la le les der die das für und e y i del della di o & - – a'.split(
    ' ',
  ),
);
/** Words that journals' names abbreviate in any position: "Duke Math. J." */
const short = new Set(
  (
    'J Math Phys Chem Sci Rev Lett Trans Res Med Biol Comput Soc Acad Natl Int Eng Appl Ann Mol Syst Theor Stat Mech ' +
    'Proc Interdiscip Des Integr Technol Psychol Surv Mag Mater Anal Lang Process Intell Mach Pattern Softw Commun Bull ' +
    'Environ Clin Exp Nucl Opt Astron Astrophys Algebr Geom Topol Surg Microbiol Genet Genom Pharmacol Educ Econ Stud'
  ).split(' '),
);
const yearAlone = /^[\s,.(]{0,3}(?:1[89]|20)\d\d[a-z]?\)?[\s.,]{0,3}/u;
/** Volume with pages, issue or year: "12(3): 1–9", "2019;12:1", "12, 45–67", "vol. 12, no. 3, pp. 4–5", "73 (2001) 12". */
const numbers =
  /^[\s,.;:]{0,3}(?:\(?(?:1[89]|20)\d\d(?:[ -]\w{3,9}(?: \d{1,2})?)?\)?[;,:. ]{1,3})?(?:vol(?:ume|\.)? ?)?[A-Z]?\d{1,5}[A-Z]?(?:[-–/]\d{1,4})? ?(?:\(|[:;,] {0,2}(?:no\.? ?|number |issue |pp?\.? ?|pages? |art\.? ?|Article )?[A-Za-z]{0,2}\d|\[)/iu;

/** The name of a journal at a text's beginning, up to its numbers: every word but small ones with a capital. */
function journal(text: string): { name: string; rest: string } | null {
  let end = 0;
  let plain = false;
  let words = 0;
  for (const { 0: all, 1: word = '', index } of text
    .slice(0, 200)
    .matchAll(/(\S{1,200}?)(?=[\s,;:]|$)([,;:]?)(?:\s|$)/gu)) {
    if (words > 0 && soon.test(text.slice(index))) break;
    if (index !== end || /^(?:\(?\d|vol\b|vol\.|volume\b|Vol)/u.test(word)) break;
    words += 1;
    if (words > 14) return null;
    const core = word.replace(/[.()]/gu, '');
    // "eLife", "mBio", "npj": small letters, then a capital.
    const capital = /^(?:\p{Ll}{0,3}\p{Lu}|npj$)/u.test(core);
    if (!capital && !lower.has(core)) return null;
    end = index + all.length;
    const stop = all.trimEnd().slice(word.length) !== '';
    if (capital && !/^\p{Lu}{2,}$/u.test(core)) {
      // "J. Vet. Med." is one name; a full stop behind whole words is its end.
      const dot = word.endsWith('.');
      if (dot && !short.has(core) && (plain || (core.length > 10 && words === 1))) break;
      plain ||= !dot;
    }
    if (stop) break;
  }
  const name = text.slice(0, end).trim();
  return name === '' ? null : { name, rest: text.slice(end) };
}

const alone = /^[\s,.;]{0,3}(?:https?:\/\/\S{1,200}|doi:\S{1,200})?$/iu;
const soon =
  /^[\s,.;]{0,3}\(?(?:in press|in print|to appear|forthcoming|accepted|(?:advance|epub|online)\b[\w ]{0,30}(?:publication|print|press))\b/iu;

/** A journal that is all there is, as what is in press has no numbers yet. */
export function isJournalAlone(text: string): boolean {
  const found = journal(text);
  return found !== null && !publisher.test(found.name) && (alone.test(found.rest) || soon.test(found.rest));
}

const serialWord = new RegExp(`^(?:${serial.source})$`, 'u');
/** A word that journals' names are made of: "Phys", "Letters". */
export const isAbbreviated = (word: string): boolean => {
  const core = word.replaceAll(/[.,()]/gu, '');
  return short.has(core) || serialWord.test(core);
};

const serialAhead =
  /^(?:J \p{Lu}\p{Ll}|Journal |Proc(?:\.|eedings) |Trans(?:\.|actions) |Annals |Ann\. |Nature[. ]|Science[. ]|Lancet|Acta |IEEE |ACM )/u;
/** Whether a text begins as only journals' names do. */
export const isSerialAhead = (text: string): boolean => serialAhead.test(text);

/** A journal and its numbers, or a year where the name can be no publisher's. */
export function isJournal(text: string): boolean {
  const found = journal(text);
  if (found === null || publisher.test(found.name)) return false;
  if (numbers.test(found.rest) || soon.test(found.rest)) return true;
  return serial.test(found.name) && yearAlone.test(found.rest);
}

/** Whether a text says where a paper appeared; it begins after the title and its full stop. */
export function isWhere(text: string): boolean {
  const where = text.trimStart();
  if (preprint.test(where) || report.test(where)) return true;
  if (/^In:? /u.test(where) || where.startsWith('in: ')) return meeting.test(where.slice(0, 300));
  if (/^(?:In )?(?:Proceedings|Proc\.|Advances in) /u.test(where)) return true;
  return isJournal(where);
}

/** After a title in quotes, anything that says "paper" is enough. */
export function saysPaper(text: string): boolean {
  const doi = /\b10\.\d{4,9}\/\S|\barXiv\b/iu.test(text);
  if (doi) return true;
  if (/\b(?:Retrieved|Accessed|Archived|Available(?: online)? (?:at|from))\b/iu.test(text)) return false;
  if (meeting.test(text) || /\b(?:thesis|dissertation|Technical Report)\b/iu.test(text)) return true;
  return (
    /\bvol(?:ume|\.)? ?\d{1,4}\b/iu.test(text) ||
    /\b\d{1,4} ?\(\d{1,4}[-–/]?\d{0,4}\)(?: ?[:,]|, pp)/u.test(text) ||
    (serial.test(text) && /\b(?:pp?\. ?\d|\d{1,5} ?[-–] ?\d{1,5}\b|(?:19|20)\d\d)/u.test(text))
  );
}
