// Inline JSON of pages, read leniently: what is not there, or is not what it was, is left out.

/** Null where the text is no JSON. Some sites write the JSON of a JSON text. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return null;
  }
}

/** The JSON object that begins at the first "{" after `mark`, up to the brace that closes it; null where none does. */
export function objectAfter(text: string, mark: string): unknown {
  const from = text.indexOf(mark);
  const start = from < 0 ? -1 : text.indexOf('{', from + mark.length);
  if (start < 0) return null;
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === '\\') at += 1;
      else quoted = char !== '"';
    } else if (char === '"') quoted = true;
    else if (char === '{') depth += 1;
    else if (char === '}' && --depth === 0) return parsed(text.slice(start, at + 1));
  }
  return null;
}
