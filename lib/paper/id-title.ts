// What a paper is called of which nothing but an identifier is known: by that identifier, until something says its title.

interface Identified {
  arxivId?: string | null | undefined;
  doi?: string | null | undefined;
}
const isText = (id: string | null | undefined): id is string => typeof id === 'string';

/** "arXiv:2301.01234", "doi:10.1000/182"; null where neither is known. */
export function idTitle({ arxivId, doi }: Identified): string | null {
  if (isText(arxivId)) return `arXiv:${arxivId}`;
  return isText(doi) ? `doi:${doi}` : null;
}

/** Whether a record's title is only one of its identifiers. */
export const isIdTitle = ({ title, arxivId, doi }: Identified & { title: string }): boolean =>
  title === idTitle({ arxivId }) || title === idTitle({ doi });
