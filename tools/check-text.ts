// What may not stand in any file of the project, or not in some of them. One row a rule.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFiles, root, type Verdict } from './project.ts';

interface Rule {
  pattern: RegExp;
  /** Files that the rule is for; all where it is missing. */
  files?: RegExp;
  /** Files among them that may. */
  except?: RegExp;
  says: string;
}

const shipped = /^(entrypoints|components|lib)\//u;

// The patterns are written so that they don't find themselves.
const rules: readonly Rule[] = [
  {
    pattern:
      /registry[.](?:npmjs|yarnpkg|npmmirror)|"resolved"\s*:|[/][/][^\s"'/]*(?:artifactory|verdaccio|[.]nexus)|_auth[T]oken/u,
    says: 'names a package registry. The lock file is written with omit-lockfile-registry-resolved=true.',
  },
  {
    pattern: /(?:^|[\s"'`(=])[/](?:work|root|home|Users)[/][\w.]/mu,
    except: /^package-lock\.json$/u,
    says: "names a place on one person's machine.",
  },
  { pattern: /[.][.]?[/][.]library/u, says: 'names a folder that is not part of the project.' },
  {
    pattern: /[.][.][/]shared/u,
    except: /^tests\/|^CONTRIBUTING\.md$/u,
    says: 'reads the shared test pages; only tests may, where they are there.',
  },
  {
    pattern:
      /\b(?:inner|outer)HTML\b|insertAdjacent[H]TML|document[.]write\b|dangerously[S]etInnerHTML|createContextual[F]ragment/u,
    files: shipped,
    says: 'makes nodes from a string. Titles and names come from anywhere: text nodes only.',
  },
  {
    pattern: /\bfetch[(]|XMLHttp[R]equest|\bWeb[S]ocket\b|Event[S]ource\b|send[B]eacon|import[S]cripts/u,
    files: shipped,
    // The last two read scripts of ours, and what one of them needs.
    except: /^lib\/(?:(?:packs|harvest|zotero)\/|background\/on-demand\/(?:script|entries)\.ts$)/u,
    says: 'can ask the network. Only lib/packs reads files, lib/harvest the fields that the reader chose, and lib/zotero Zotero on this machine.',
  },
  {
    // A string that begins with a capital, has a word in small letters within, and ends as a sentence does.
    pattern: /(["'`])[A-Z](?:(?!\1)[^\n])* [a-z]{2,} (?:(?!\1)[^\n])*[.!?]\1/u,
    files: /^lib\/(?:failures|paper|packs|messages|background)\//u,
    // Comments there quote entries of reference lists.
    except: /^lib\/paper\/names\//u,
    says: 'words a failure. Throw or store a code of lib/failures; lib/i18n/failures.ts words it where it is shown.',
  },
  {
    pattern: /from 'zod'/u,
    files: shipped,
    says: 'imports all of Zod, which probes eval and trips our own CSP: use zod/mini.',
  },
  {
    pattern: /\b(?:it|test|describe)[.](?:only|todo|skip)\b/u,
    files: /^tests\//u,
    says: 'leaves tests out. Use skipIf with a reason that the run prints.',
  },
];

const isText = (path: string): boolean => !/\.(?:png|jpg|gif|ico|woff2?|gz|zip|pdf)$/u.test(path);

/** What is wrong with one file's text, a sentence a rule. */
export function textProblems(path: string, text: string): string[] {
  return rules.flatMap(({ pattern, files, except, says }) => {
    if (files?.test(path) === false || except?.test(path) === true) return [];
    const at = text.search(pattern);
    return at < 0 ? [] : [`${path}:${text.slice(0, at + 1).split('\n').length} ${says}`];
  });
}

export function checkText(): Verdict {
  const files = projectFiles().filter(isText);
  return {
    problems: files.flatMap((path) => textProblems(path, readFileSync(join(root, path), 'utf8'))),
    looked: `${files.length} files, ${rules.length} rules`,
  };
}
