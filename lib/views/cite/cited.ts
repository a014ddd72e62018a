// Papers as they are copied: BibTeX, a link, or a reference in a style. Pure; in the worker's second script.
import { isHttpsAddress } from '../../paper/https-address.ts';
import { titleOf, type Paper } from '../../paper/schema.ts';
import { bibtexList } from './bibtex-list.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { escapeHtml } from './styles/line.ts';
import { plainTitle } from './styles/plain-title.ts';
import { styledReferences, type StyleName } from './styles/styles.ts';

export interface Cited {
  text: string;
  /** For programs that take rich text; null where plain text is all. */
  html: string | null;
}

/** Where a paper is read: its page, else its DOI's. '' where none is known. */
function addressOf({ arxivId, doi, links }: Paper): string {
  const address =
    arxivId !== null
      ? `https://arxiv.org/abs/${arxivId}`
      : (links[0] ??
        (doi === null ? '' : `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`));
  return isHttpsAddress(address) ? address : '';
}

function markdown(papers: readonly Paper[]): Cited {
  const links = papers.map((paper) => markdownLink(escapeMarkdown(plainTitle(titleOf(paper))), addressOf(paper)));
  return { text: links.length === 1 ? links.join('') : links.map((link) => `- ${link}`).join('\n'), html: null };
}

function link(papers: readonly Paper[]): Cited {
  const all = papers.map((paper) => ({ title: plainTitle(titleOf(paper)), address: addressOf(paper) }));
  const anchors = all.map(({ title, address }) =>
    address === '' ? escapeHtml(title) : `<a href="${escapeHtml(address)}">${escapeHtml(title)}</a>`,
  );
  return {
    text: all.map(({ title, address }) => `${title} ${address}`.trimEnd()).join('\n'),
    html: anchors.join('<br>'),
  };
}

/** A line or an entry a paper, in the order given. */
export function cited(form: 'bibtex' | 'markdown' | 'link' | StyleName, papers: readonly Paper[]): Cited {
  if (form === 'bibtex') return { text: bibtexList(papers), html: null };
  if (form === 'markdown') return markdown(papers);
  return form === 'link' ? link(papers) : styledReferences(form, papers);
}
