// Microdata and RDFa: what a page's elements say of its article, from the page itself to its facts.
import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { pageContext } from '../../../lib/facts/page-context.ts';
import { factsOfPage } from '../../../lib/facts/read-page.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';
import { metaOf } from '../../../lib/page/read/meta-tags.ts';
import { said, TITLE } from './page.ts';

interface Tree {
  parentElement: Tree | null;
  textContent: string | null;
  getAttribute: (name: string) => string | null;
  closest: (selector: string) => Tree | null;
  querySelectorAll: (selector: string) => Iterable<Tree>;
}

// The page script asks the browser's prototypes, which this document has not.
vi.mock('../../../lib/page/dom.ts', () => ({
  attributeOf: (it: Tree, name: string) => it.getAttribute(name),
  closest: (it: Tree, selector: string) => it.closest(selector),
  findAll: (it: Tree, selector: string) => [...it.querySelectorAll(selector)],
  parentOf: (it: Tree) => it.parentElement,
  textIn: (it: Tree) => it.textContent,
}));

function record(body: string): PaperRecord | undefined {
  const { document } = parseHTML(
    `<!doctype html><html><head><title>${TITLE}</title></head><body>${body}</body></html>`,
  );
  const page = { meta: metaOf(document), said: said({ title: TITLE }), rows: [] };
  return factsOfPage(pageContext('https://unknown.example/a'), page).pagePaper?.record;
}

const whole = { title: TITLE, authors: ['Ada Lovelace', 'Bo Berg'], year: 2021, doi: '10.1234/garden.7' };
const person = (name: string): string =>
  `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${name}</span>
   <span itemprop="affiliation">Institute of Gardens</span></span>`;
const article = (inside: string, more = ''): string =>
  `<article itemscope itemtype="https://schema.org/ScholarlyArticle" ${more}>${inside}</article>`;
const date = '<time itemprop="datePublished" datetime="2021-03-04">March</time>';
const link = '<link itemprop="sameAs" href="https://doi.org/10.1234/garden.7">';
const heading = `<h1 itemprop="headline">${TITLE}</h1>`;
const people = person('Ada Lovelace') + person('Bo Berg');

describe('microdata says title, authors, year and DOI', () => {
  it.each([
    ['with people', article(heading + people + date + link)],
    [
      'with names alone',
      article(`<h1 itemprop="name">${TITLE}</h1><p itemprop="author">Ada Lovelace</p><p itemprop="author">Bo Berg</p>
        <meta itemprop="datePublished" content="2021"><meta itemprop="identifier" content="doi:10.1234/garden.7">`),
    ],
    [
      'with names that are links',
      article(`<a itemprop="headline" href="/10.9999/other">${TITLE}</a><a itemprop="author" href="/people/1">Ada Lovelace</a>
        <a itemprop="creator author" href="/people/2">Bo Berg</a>${date}<a itemprop="url" href="https://doi.org/10.1234/garden.7">DOI</a>`),
    ],
    [
      'with names in parts',
      article(`${heading}<span itemprop="author" itemscope><b itemprop="familyName">Lovelace</b>,
        <b itemprop="givenName">Ada</b> <i itemprop="affiliation">Institute</i></span>${person('Bo Berg')}${date}${link}`),
    ],
    ['with its DOI as its own id', article(heading + people + date, 'itemid="https://doi.org/10.1234/garden.7"')],
    [
      'with a property for its DOI',
      article(`${heading}${people}${date}<span itemprop="identifier" itemscope itemtype="https://schema.org/PropertyValue">
        <meta itemprop="propertyID" content="DOI"><span itemprop="value">10.1234/garden.7</span></span>`),
    ],
    [
      'beside the articles that it cites',
      article(
        `${heading}${people}${date}${link}<ul><li itemprop="citation" itemscope itemtype="https://schema.org/ScholarlyArticle">
        <span itemprop="name">Another Garden</span><span itemprop="author">Cy Diaz</span></li></ul>`,
      ),
    ],
  ])('%s', (_, body) => {
    expect(record(body)).toMatchObject(whole);
  });
});

const rdfaPeople = ['Ada Lovelace', 'Bo Berg']
  .map((name) => `<span property="author" typeof="Person"><span property="name">${name}</span></span>`)
  .join(', ');
const rdfa = (inside: string, more = ''): string =>
  `<article vocab="https://schema.org/" typeof="ScholarlyArticle" ${more}>${inside}</article>`;

describe('RDFa says title, authors, year and DOI', () => {
  it.each([
    [
      'with its DOI as its resource',
      rdfa(
        `<h1 property="name">${TITLE}</h1>${rdfaPeople}<time property="datePublished" datetime="2021-03-04">2021</time>`,
        'resource="https://doi.org/10.1234/garden.7"',
      ),
    ],
    [
      'with a prefix',
      `<article typeof="schema:ScholarlyArticle" about="https://doi.org/10.1234/garden.7"><h1 property="schema:headline">${TITLE}</h1>
       <p property="schema:author">Ada Lovelace</p><p property="schema:author">Bo Berg</p>
       <meta property="schema:datePublished" content="2021"></article>`,
    ],
    [
      'with whole addresses',
      `<article typeof="http://schema.org/ScholarlyArticle"><h1 property="http://schema.org/name">${TITLE}</h1>
       <p property="http://schema.org/author">Ada Lovelace</p><p property="http://schema.org/author">Bo Berg</p>
       <i property="http://schema.org/datePublished">2021-03-04</i>
       <a property="http://schema.org/sameAs" href="https://doi.org/10.1234/garden.7">DOI</a></article>`,
    ],
    [
      'in the words of libraries',
      `<article typeof="bibo:AcademicArticle"><h1 property="dcterms:title">${TITLE}</h1>
       <p property="dc:creator">Ada Lovelace</p><p property="dcterms:creator">Bo Berg</p>
       <i property="dcterms:issued" content="2021-03-04">March</i><i property="bibo:doi">10.1234/garden.7</i></article>`,
    ],
    [
      'in both languages at once',
      article(
        `<h1 itemprop="headline" property="name">${TITLE}</h1>${people}${date}${link}`,
        'vocab="https://schema.org/" typeof="ScholarlyArticle"',
      ),
    ],
  ])('%s', (_, body) => {
    expect(record(body)).toMatchObject(whole);
  });
});

describe('markup that is of no paper of the page', () => {
  it.each([
    ['several articles', article(heading + people + link) + article(heading + people + link)],
    ['an article in a list', `<ul><li>${article(heading + people + date + link)}</li></ul>`],
    ['news', article(heading + people + date).replace('ScholarlyArticle', 'NewsArticle')],
    ['another title', article(`<h1 itemprop="headline">Another Garden of Slow Clocks</h1>${people}${date}${link}`)],
  ])('%s', (_, body) => {
    expect(record(body)).toBeUndefined();
  });
});
