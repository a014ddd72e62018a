// Citations on articles as their sites served them: resting on one opens the card of the entry that its link leads to.
import { describe, expect, it } from 'vitest';
import { eventually, openCard } from '../../tools/browser/byline.ts';
import { hasSavedPages, kinds, savedPage, useByline } from './harness.ts';
import { restOn } from './rest-on.ts';

/** Page, its address, what the citation's link ends with or is told by, and the title of the entry there, or where it was printed. */
const pages = [
  [
    'real/nature/s41586-021-03819-2-2026.html',
    'https://www.nature.com/articles/s41586-021-03819-2',
    '#ref-CR2',
    'How cryo-EM is revolutionizing structural biology',
  ],
  [
    'plos/plos-one-article.html',
    'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0213978',
    '#pone.0213978.ref003',
    'Serological survey of the Reticuloendotheliosis virus infection in China native chicken flocks',
  ],
  [
    'real/pmc/PMC3531190-2026.html',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/',
    '#gks1195-B2',
    'The European Nucleotide Archive',
  ],
  [
    'real/frontiers/fpsyg.2014.00781-2026.html',
    'https://www.frontiersin.org/journals/psychology/articles/10.3389/fpsyg.2014.00781/full',
    '#B77',
    'Is the replicability crisis overblown? Three arguments examined',
  ],
  [
    'real/mdpi/brainsci15030264-2025.html',
    'https://www.mdpi.com/2076-3425/15/3/264',
    '#B2-brainsci-15-00264',
    'Unmyelinated tactile afferents have opposite effects on insular and somatosensory cortical processing',
  ],
  [
    'real/bmc/springeropen-s40643-016-0099-3-2016.html',
    'https://bioresourcesbioprocessing.springeropen.com/articles/10.1186/s40643-016-0099-3',
    '#CR9',
    'Purification, characterization, cloning and sequencing of phospholipase D from Streptomyces septatus TH-2',
  ],
  [
    'real/wikipedia/tsne-2019.html',
    'https://en.wikipedia.org/wiki/T-distributed_stochastic_neighbor_embedding',
    '#cite_note-5',
    'The Protein-Small-Molecule Database, A Non-Redundant Structural Resource for the Analysis of Protein-Ligand Binding',
  ],
  [
    'real/pnas/0904402107-2025.html',
    'https://www.pnas.org/doi/abs/10.1073/pnas.0904402107',
    '#core-collateral-r2',
    'The visual word form area: Spatial and temporal characterization of an initial stage of reading in normal subjects and posterior split-brain patients',
  ],
  // Its citations lead to the works themselves.
  [
    'real/peerj/4886-2026.html',
    'https://peerj.com/articles/4886/',
    '[data-jats-rid="ref-36"]',
    'An analysis of the fish populations of artificial and natural reefs in the Virgin Islands',
  ],
  // Physics: entries without titles.
  [
    'ar5iv-latexml/1307.8133.html',
    'https://ar5iv.labs.arxiv.org/html/1307.8133',
    '#bib.bib4',
    'Phys. Rev. E 78, 021303 (2008)',
  ],
  [
    'ar5iv-latexml/astro-ph9710163.html',
    'https://ar5iv.labs.arxiv.org/html/astro-ph/9710163',
    '#bib.bib29',
    'A&A 262, 171 (1992)',
  ],
] as const;

describe.skipIf(!hasSavedPages).each(kinds)('citations of saved articles in %s', (kind) => {
  const byline = useByline(kind, { grant: pages.map(([, url]) => url) });

  it.each(pages)('%s', async (path, url, target, title) => {
    const tab = await byline().visit(url, savedPage(path));
    await tab.front();
    await byline().report(tab);
    const link = target.startsWith('#') ? `a[href$="${target}"]` : `a${target}`;
    await tab.evaluate(
      (wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' }),
      link,
    );
    await restOn(tab, link);
    // Of several in one bracket it is a row of the list.
    expect((await eventually(() => openCard(tab), 15_000))?.text).toContain(title);
    expect(await byline().session.errors()).toEqual([]);
    await tab.close();
  });
});
