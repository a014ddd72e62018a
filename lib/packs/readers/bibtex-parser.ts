// The parser in a file of its own name, since it is large and only the first BibTeX file loads it.
export { parse } from '@retorquere/bibtex-parser';
