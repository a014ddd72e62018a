// Words about the reader, not about the paper (saved, read, since when). Over a page they are drawn and not text: a
// page's `window.find` searches closed shadow roots too, and could spell out what is in an open card. Generated
// content is found by no search, and screen readers say it as they say text.

export const Drawn = ({ words, hidden = false }: { words: string; hidden?: boolean }) => (
  <span className={hidden ? 'b-drawn b-hidden' : 'b-drawn'} data-words={words} />
);
