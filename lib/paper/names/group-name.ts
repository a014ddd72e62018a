// Groups that sign papers ("LHCb Collaboration", "World Health Organization"), by the words they are made of. A group
// has no family name: it stays as it is, in lists, on cards and in BibTeX. Pure.
import { withoutEnd } from '../../text/without-end.ts';

/** Last words of groups, in small letters. */
export const groupEndings: ReadonlySet<string> = new Set(
  (
    'collaboration collaborations collaborative collaborators consortium consortia team teams group groups subgroup ' +
    'workgroup investigators committee subcommittee council society association federation foundation organization ' +
    'organisation agency network initiative project programme program commission union alliance partnership coalition ' +
    'taskforce institute university laboratory laboratories ministry department center centre observatory contributors ' +
    'developers corporation inc ltd gmbh bureau office board panel consorcio kollaboration collaborazione'
  ).split(' '),
);
/** Small words that occur in names of groups, and never in a person's. */
const small = /\s(?:of|for|on|and the|the)\s/u;
const leads = /^(?:on behalf of|for|and|with)?\s?the\s|^(?:on behalf of|for)\s/iu;

/** "on behalf of the CMS Collaboration" is "CMS Collaboration". */
export const withoutLead = (name: string): string =>
  /^(?:on behalf of|for the)\b/iu.test(name) ? name.replace(/^(?:on behalf of|for)\s(?:the\s)?/iu, '') : name;

/** "World Health Organization, Geneva" without the place. */
export const withoutPlace = (name: string): string => name.replace(/, \p{Lu}\p{Ll}+$/u, '');

/** Whether a name is a group's: by its last word, an "of" in it, or its article. A single word is not known to be. */
export function isGroup(written: string): boolean {
  const name = withoutPlace(written);
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || words.length > 30) return false;
  if (leads.test(name)) return true;
  const last = withoutEnd((words.at(-1) ?? '').toLowerCase(), /[^\p{L}]/u);
  // "J. Team" may be a person.
  if (groupEndings.has(last)) return words.slice(0, -1).some((word) => !/^(?:\p{Lu}\.?-?){1,2}$/u.test(word));
  return words.length > 2 && small.test(` ${name} `) && !/\b(?:von|van|de|der)\b/u.test(name);
}
