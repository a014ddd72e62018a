// To the clipboard, as rich text too where there is some.

/** How long a browser may take for rich text, in milliseconds. Chromium never answers a script in a web page. */
const MAX_WAIT = 700;

export async function copyCited({ text, html }: { text: string; html: string | null }): Promise<void> {
  // On a page without https there is no clipboard, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) throw new Error('no clipboard');
  if (html === null || typeof ClipboardItem === 'undefined') return clipboard.writeText(text);
  const blob = (type: string, content: string): Blob => new Blob([content], { type });
  const item = new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), MAX_WAIT);
  });
  return Promise.race([clipboard.write([item]), late]).catch(() => clipboard.writeText(text));
}
