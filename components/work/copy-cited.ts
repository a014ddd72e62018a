// To the clipboard, as rich text too where there is some.
export async function copyCited({ text, html }: { text: string; html: string | null }): Promise<void> {
  // On a page without https there is no clipboard, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) throw new Error('no clipboard');
  if (html === null) return clipboard.writeText(text);
  const blob = (type: string, content: string): Blob => new Blob([content], { type });
  return clipboard.write([
    new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
  ]);
}
