// To the clipboard, as rich text too where there is some.

export async function copyCited({ text, html }: { text: string; html: string | null }): Promise<void> {
  // On a page without https there is no clipboard, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) throw new Error('no clipboard');
  if (html === null || typeof ClipboardItem === 'undefined') return clipboard.writeText(text);
  const blob = (type: string, content: string): Blob => new Blob([content], { type });
  const item = new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) });
  return clipboard.write([item]).catch(() => clipboard.writeText(text));
}
