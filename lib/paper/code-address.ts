// Addresses of code: what a link is, in one form for one repository, and a key to compare any two of them by.
import { withoutEnd } from '../text/without-end.ts';

export interface CodeAddress {
  url: string;
  /** `page`: may be a project's page or a person's; `record`: an archive's entry, which may hold anything. */
  kind: 'repository' | 'page' | 'record';
}

/** First parts of a path that are the host's own pages, not an owner's name. */
const RESERVED: Readonly<Record<string, ReadonlySet<string>>> = {
  'github.com': new Set(
    (
      'about account advisories apps blog business codespaces collections community contact copilot customer-stories ' +
      'dashboard discussions education enterprise events explore features git-guides github-copilot home issues join ' +
      'login logout marketplace mobile new notifications nonprofit open-source organizations orgs partners ' +
      'premium-support pricing pulls readme resources search security sessions settings signup site solutions ' +
      'sponsors stars team topics trending users watching why-github'
    ).split(' '),
  ),
  gitlab: new Set(
    '- about admin api assets dashboard explore groups help oauth profile projects public search snippets users'.split(
      ' ',
    ),
  ),
  'bitbucket.org': new Set('account blog dashboard product repo site socialauth support'.split(' ')),
  'codeberg.org': new Set('admin api assets avatars explore user users org about'.split(' ')),
  'dagshub.com': new Set('about admin api assets blog docs explore login pricing product use-cases user'.split(' ')),
  'gitcode.com': new Set('about admin api blog dashboard docs explore help hub login user users'.split(' ')),
  'gitee.com': new Set(
    'about about_us admin all-about-git api blog dashboard education enterprises explore features gists help login organizations premium search signup terms topics'.split(
      ' ',
    ),
  ),
  'modelscope.cn': new Set('about docs home login search studios'.split(' ')),
  'notabug.org': new Set('about admin api assets explore org user'.split(' ')),
  'huggingface.co': new Set(
    (
      'amazon api autotrain blog brand chat classroom collections contribute docs enterprise events files huggingface ' +
      'inference inference-api inference-endpoints join learn login logout metrics models new new-dataset new-space ' +
      'notifications organizations papers posts pricing privacy search security settings shop shop support tasks ' +
      'terms-of-service tgi transformers user users'
    ).split(' '),
  ),
  'kaggle.com': new Set(
    'account c competitions discussion docs events learn models organizations product rankings search settings static user work'.split(
      ' ',
    ),
  ),
};
const reserved = (host: string, name: string): boolean => RESERVED[host]?.has(name.toLowerCase()) === true;

const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,99})$/;
const NAME = /^[A-Za-z0-9_.-]{1,100}$/;
const bareName = (name: string): string => withoutEnd(name.replace(/\.git$/i, ''), /[.,;:]/);

const repository = (url: string): CodeAddress => ({ url, kind: 'repository' });

/** "owner/name" of a path; null where it is less, or the host's own. */
function pair(host: string, [owner = '', name = '']: readonly string[]): string | null {
  const clean = bareName(name);
  // A hyphen at the end is where a line broke.
  return OWNER.test(owner) && NAME.test(clean) && !/^\.+$|-$/.test(clean) && !reserved(host, owner)
    ? `${owner}/${clean}`
    : null;
}

function huggingFace(parts: readonly string[]): CodeAddress | null {
  const [kind = ''] = parts;
  if (kind === 'datasets' || kind === 'spaces') {
    const [, owner = '', name = ''] = parts;
    const clean = bareName(name);
    if (!OWNER.test(owner) || (kind === 'spaces' && clean === '')) return null;
    const path = clean === '' || ['blob', 'tree', 'viewer', 'resolve'].includes(clean) ? owner : `${owner}/${clean}`;
    return repository(`https://huggingface.co/${kind}/${path}`);
  }
  const found = pair('huggingface.co', parts);
  return found === null ? null : repository(`https://huggingface.co/${found}`);
}

function kaggle(parts: readonly string[]): CodeAddress | null {
  const [kind = ''] = parts;
  const named = ['datasets', 'code', 'notebooks'].includes(kind);
  const found = pair('kaggle.com', named ? parts.slice(1) : parts);
  return found === null ? null : repository(`https://www.kaggle.com/${named ? `${kind}/` : ''}${found}`);
}

function gitlab(host: string, parts: readonly string[]): CodeAddress | null {
  const end = parts.findIndex((part) => ['-', 'tree', 'blob', 'issues', 'merge_requests', 'wikis'].includes(part));
  const path = (end < 0 ? parts : parts.slice(0, end)).slice(0, 8);
  const last = bareName(path.at(-1) ?? '');
  if (path.length < 2 || reserved('gitlab', path[0] ?? '') || last === '') return null;
  const whole = [...path.slice(0, -1), last];
  return whole.every((part) => NAME.test(part)) ? repository(`https://${host}/${whole.join('/')}`) : null;
}

function gist(parts: readonly string[]): CodeAddress | null {
  const [owner = '', id = ''] = parts;
  if (/^[0-9a-f]{20,40}$/.test(owner)) return repository(`https://gist.github.com/${owner}`);
  return OWNER.test(owner) && /^[0-9a-f]{5,40}$/.test(id) ? repository(`https://gist.github.com/${owner}/${id}`) : null;
}

function colab(parts: readonly string[]): CodeAddress | null {
  const [kind = '', ...rest] = parts;
  const known = kind === 'drive' || kind === 'github' || kind === 'gist';
  return known && rest.length > 0 ? repository(`https://colab.research.google.com/${parts.join('/')}`) : null;
}

function modelScope([kind = '', ...rest]: readonly string[]): CodeAddress | null {
  const found = ['models', 'datasets', 'studios'].includes(kind) ? pair('modelscope.cn', rest) : null;
  return found === null ? null : repository(`https://modelscope.cn/${kind}/${found}`);
}

/** "~owner/name" of SourceHut. */
function sourceHut([owner = '', name = '']: readonly string[]): CodeAddress | null {
  const found = owner.startsWith('~') ? pair('git.sr.ht', [owner.slice(1), name]) : null;
  return found === null ? null : repository(`https://git.sr.ht/~${found}`);
}

function sourceForge([kind = '', name = '']: readonly string[]): CodeAddress | null {
  const clean = bareName(name);
  return (kind === 'projects' || kind === 'p') && /^[a-z0-9][\w-]{1,60}$/i.test(clean)
    ? repository(`https://sourceforge.net/projects/${clean}`)
    : null;
}

/** A copy of a repository without its authors' names, for reviewers. */
function anonymous([kind = '', name = '']: readonly string[]): CodeAddress | null {
  const clean = bareName(name);
  return ['r', 'repository'].includes(kind) && NAME.test(clean) && !/^\.+$|-$/.test(clean)
    ? repository(`https://anonymous.4open.science/r/${clean}`)
    : null;
}

function codeOcean([kind = '', number = '']: readonly string[]): CodeAddress | null {
  return kind === 'capsule' && /^\d{4,12}$/.test(number)
    ? repository(`https://codeocean.com/capsule/${number}/tree`)
    : null;
}

/** An id of five signs; what comes behind it is a place in the project. Preprints, meetings and the like have words. */
function osf([id = '']: readonly string[]): CodeAddress | null {
  return /^(?=.*\d)[a-z0-9]{5}$/i.test(id) ? { url: `https://osf.io/${id.toLowerCase()}`, kind: 'record' } : null;
}

const zenodo = (number: string): CodeAddress => ({ url: `https://zenodo.org/records/${number}`, kind: 'record' });

/** "owner.github.io/project": without the file's name at its end. */
function projectPage(host: string, parts: readonly string[]): CodeAddress {
  const path = parts.filter((part, at) => at < parts.length - 1 || !/^index\.html?$/i.test(part));
  return { url: `https://${host}/${path.join('/')}`, kind: 'page' };
}

/** The repository, project page or archive record that a link leads to; null for all other addresses. These hosts answer
 *  on https, so http is read as https. */
export function parseCodeAddress(written: string): CodeAddress | null {
  const address = written.replace(/\\([_#%&~$])/g, '$1');
  // Cut short: browsers read a backslash as a slash, and what is before it is another repository.
  if (address.length > 1000 || /[\\…]|\.{3}/.test(address) || address.endsWith('..') || !URL.canParse(address))
    return null;
  const { protocol, hostname, pathname, username, password } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return null;
  const host = hostname.toLowerCase().replace(/^www\./, '');
  const parts = pathname.split('/').filter((part) => part !== '');
  if (!parts.every((part) => /^[\w.~%+@:,=!-]{1,200}$/.test(part))) return null;
  switch (host) {
    case 'github.com':
    case 'raw.githubusercontent.com': {
      const found = pair('github.com', parts);
      return found === null ? null : repository(`https://github.com/${found}`);
    }
    case 'gist.github.com':
      return gist(parts);
    case 'bitbucket.org':
    case 'codeberg.org':
    case 'dagshub.com':
    case 'gitcode.com':
    case 'gitee.com':
    case 'notabug.org': {
      const found = pair(host, parts);
      return found === null ? null : repository(`https://${host}/${found}`);
    }
    case 'huggingface.co':
    case 'hf.co':
      return huggingFace(parts);
    case 'kaggle.com':
      return kaggle(parts);
    case 'colab.research.google.com':
      return colab(parts);
    case 'modelscope.cn':
      return modelScope(parts);
    case 'git.sr.ht':
      return sourceHut(parts);
    case 'sourceforge.net':
      return sourceForge(parts);
    case 'anonymous.4open.science':
      return anonymous(parts);
    case 'codeocean.com':
      return codeOcean(parts);
    case 'osf.io':
      return osf(parts);
    case 'zenodo.org':
    case 'doi.org':
    case 'dx.doi.org': {
      const number =
        /^\/(?:records?|deposit)\/(\d{1,12})(?:\/|$)|^\/(?:doi\/)?10\.5281\/zenodo\.(\d{1,12})(?:\D|$)/i.exec(pathname);
      const found = number?.[1] ?? number?.[2];
      return found === undefined ? null : zenodo(found);
    }
    default:
  }
  if (/^[a-z0-9-]{1,63}\.(?:github|gitlab|gitee|sourceforge|bitbucket)\.io$/.test(host))
    return projectPage(host, parts);
  return host === 'gitlab.com' || host === 'framagit.org' || /^gitlab\.[a-z0-9.-]{3,80}$/.test(host)
    ? gitlab(host, parts)
    : null;
}

/** One key for all addresses of one repository ("https://GitHub.com/a/b.git", "…/a/b/tree/main", "…/a/b/"); of any address,
 *  known host or not. */
export function codeAddressKey(url: string): string {
  const key = (parseCodeAddress(url)?.url ?? url).toLowerCase().replace(/^https:\/\/www\./, 'https://');
  let end = key.length;
  while (key.endsWith('/', end)) end -= 1;
  return key.slice(0, key.endsWith('.git', end) ? end - 4 : end);
}
