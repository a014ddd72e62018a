// A copy of all that is the reader's, as an ordinary download: no permission is needed.
import { ask } from '../../../lib/messages/client.ts';
import { saveFile } from '../../ui/save-file.ts';

/** "byline-2026-11-29-0915.json": the time too, so that a second copy of a day does not look like the first. */
function copyName(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `byline-${day}-${two(now.getHours())}${two(now.getMinutes())}.json`;
}

/** Answers the file's name. */
export async function saveCopy(): Promise<string> {
  const { text } = await ask('data.copy', {});
  const name = copyName(new Date());
  saveFile(name, text, 'application/json');
  return name;
}
