// Facts of a card put into words. Pure.
import type { PersonView } from '../../lib/views/schema.ts';
import type { Certainty, CodeLink, CodeWhy, PaperType, Source } from '../../lib/paper/schema.ts';
import { count, list, number, t, type MessageKey } from '../../lib/i18n/i18n.ts';

const types = {
  conference: 'typeConference',
  journal: 'typeJournal',
  workshop: 'typeWorkshop',
  preprint: 'typePreprint',
} as const satisfies Record<PaperType, string>;
export const typeWords = (type: PaperType): string => t(types[type]);

const certainties = {
  confirmed: 'certainConfirmed',
  'partly confirmed': 'certainPartly',
  stated: 'certainStated',
  derived: 'certainDerived',
  'not confirmed': 'certainNot',
} as const satisfies Record<Certainty, string>;
export const certaintyWords = (certainty: Certainty): string => t(certainties[certainty]);

/** Sources by name, each name once (two pages of one site are one name). Unknown ids are left out. */
export function sourceNames(ids: readonly string[], sources: readonly Source[]): string[] {
  const names = ids.map((id) => sources.find((source) => source.id === id)?.name);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** "Public record, checked November 2026" is "Public record" where there is room for few words. */
export const shortName = (name: string): string => name.split(',', 1)[0] ?? name;

export interface Said {
  sources: readonly string[];
  certainty: Certainty;
  note?: string | undefined;
}
/** "Google Research, Public record · confirmed · Year of the preprint." A source's name says by itself that it is
 *  stated there. */
export function saysWords(said: Said, sources: readonly Source[]): string {
  const names = sourceNames(said.sources, sources);
  const plain = said.certainty === 'stated' && names.length > 0;
  return [names.join(', '), plain ? '' : certaintyWords(said.certainty), said.note ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

const vias = new Map<string, MessageKey>([
  ['title', 'cardMatchTitle'],
  ['arxiv', 'cardMatchArxiv'],
  ['doi', 'cardMatchDoi'],
  ['url', 'cardMatchUrl'],
  ['meta', 'cardMatchMeta'],
  ['page', 'cardMatchPage'],
]);
/** Below this a match is called probable. Identifiers are 1. */
const sure = 0.8;

export interface Match {
  via: string;
  /** 0 to 1. */
  confidence: number;
  /** The ids under which the page has the paper. */
  ids?: readonly string[];
}
/** "matched by arXiv id"; nothing for a card that was opened from our own pages. */
export function matchWords(match: Match | undefined): string | null {
  const key = match === undefined ? undefined : vias.get(match.via);
  if (match === undefined || key === undefined) return null;
  return match.confidence < sure ? t('cardMatchUnsure', t(key)) : t(key);
}

const hosts: ReadonlyMap<string, string> = new Map([
  ['github.com', 'GitHub'],
  ['gitlab.com', 'GitLab'],
  ['bitbucket.org', 'Bitbucket'],
  ['huggingface.co', 'Hugging Face'],
  ['openreview.net', 'OpenReview'],
  ['codeberg.org', 'Codeberg'],
]);
export const hostName = (host: string): string => hosts.get(host) ?? host.replace(/^www\./, '');

/** What a button has room for, in letters. */
const buttonRoom = 12;
/**
 * A link's name on a button. "owner/name" where that fits, else the name alone. Of a folder in a repository the folder
 * as well, for the repository's name would not tell what opens; alone, where owner and repository have one name.
 */
export function codeName({ label, url }: Pick<CodeLink, 'label' | 'url'>): string {
  const [owner = '', name = ''] = label.split('/');
  const folder = /\/tree\/[^/]+\/(?:[^?#]*\/)?([^/?#]+)\/?(?:[?#]|$)/u.exec(url)?.[1];
  if (folder !== undefined) return owner === name ? folder : `${name}/${folder}`;
  return label.length <= buttonRoom || name === '' ? label : name;
}

const whys = {
  site: 'codeWhySite',
  theirs: 'codeWhyTheirs',
  comments: 'codeWhyComments',
  abstract: 'codeWhyAbstract',
  text: 'codeWhyText',
  note: 'codeWhyNote',
  cited: 'codeWhyCited',
} as const satisfies Record<CodeWhy, string>;

/** "CatalyzeX says so · GitHub · official"; a guess is called a guess. */
export function codeWords(link: CodeLink, sources: readonly Source[]): string {
  const guess = link.certainty === 'not confirmed';
  const names = sourceNames(
    link.saidBy.filter((id) => sources.find((source) => source.id === id)?.kind !== 'inferred'),
    sources,
  );
  const parts = [
    guess
      ? t('codeGuess')
      : names.length > 0
        ? count('codeSaid', names.length, list(names.map(shortName)))
        : certaintyWords(link.certainty),
    ...(link.why === undefined ? [] : [t(whys[link.why])]),
    hostName(link.host),
  ];
  if (link.kind === 'supplement') parts.push(t('codeSupplement'));
  if (!guess && link.official !== null) parts.push(t(link.official ? 'codeOfficial' : 'codeOthers'));
  return parts.join(' · ');
}

/** Co-authors named beside somebody's works. */
const namedWith = 2;

/** "3 works here, 2 with code; wrote with Ada Example and Bo Other": the most frequent co-authors first. */
export function personWords({ works, withCode, collaborators }: PersonView): string {
  const code = withCode === 0 ? '' : `, ${t('authorSomeWithCode', number(withCode))}`;
  const names = list(collaborators.slice(0, namedWith).map(({ name }) => name));
  return `${count('authorWorksHere', works.length)}${code}${names === '' ? '' : `; ${t('authorWroteWith', names)}`}`;
}
