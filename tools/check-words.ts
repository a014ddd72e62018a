// Every interface word is used, every language has the same words, and none breaks the tone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root, type Verdict } from './project.ts';

type Messages = Record<string, { message: string; description?: string }>;

const folder = 'public/_locales';
const readMessages = (path: string): Messages => JSON.parse(readFileSync(join(root, path), 'utf8')) as Messages;

/** Words that are not used, or that a calm interface does not use. `sources` is all code that may name a key. */
export function wordProblems(messages: Messages, sources: string): string[] {
  return Object.entries(messages).flatMap(([key, { message }]) => {
    const problems: string[] = [];
    // Plural forms are named by their stem: cardMore_one, cardMore_other.
    const stem = key.replace(/(?:_|)(?:Zero|One|Two|Few|Many|Other|zero|one|two|few|many|other)$/u, '');
    if (!sources.includes(key) && !new RegExp(`['"\`]${stem}['"\`]`, 'u').test(sources))
      problems.push(`${key} is in messages.json and nowhere used.`);
    if (message.trim() === '') problems.push(`${key} is empty.`);
    if (/!|\bsuccess(?:ful|fully)?\b|\bplease\b|\boops\b/iu.test(message))
      problems.push(`${key}: “${message}” is not the tone: plain and calm, no exclamation marks.`);
    return problems;
  });
}

export function checkWords(): Verdict {
  const english = `${folder}/en/messages.json`;
  if (!existsSync(join(root, english))) return { problems: [`${english} is missing.`], looked: 'nothing' };
  const files = [
    'wxt.config.ts',
    ...['entrypoints', 'components', 'lib'].flatMap((part) =>
      filesUnder(part, (path) => /\.(?:tsx?|html)$/u.test(path)),
    ),
  ];
  const sources = files.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
  const messages = readMessages(english);
  const problems = wordProblems(messages, sources);
  for (const path of filesUnder(folder, (file) => file.endsWith('messages.json') && file !== english)) {
    const other = readMessages(path);
    for (const key of Object.keys(messages)) if (!(key in other)) problems.push(`${path} lacks ${key}.`);
    for (const key of Object.keys(other))
      if (!(key in messages)) problems.push(`${path} has ${key}, which English lacks.`);
  }
  return { problems, looked: `${Object.keys(messages).length} words` };
}
