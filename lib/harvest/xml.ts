// XML from the network, as it comes: element by element, within limits, with none of what makes a small text large.
import { SaxesParser } from 'saxes';

/** Why an answer can't be read: it is none of XML (a page of HTML), it ends too early, it is too large, or it is damaged. */
export type XmlFault = 'html' | 'cut' | 'large' | 'damaged';

export class UnreadableXml extends Error {
  override name = 'UnreadableXml';
  readonly fault: XmlFault;

  constructor(fault: XmlFault, detail = '') {
    super(`${fault} ${detail}`.trim());
    this.fault = fault;
  }
}

export interface XmlLimits {
  /** Maximum characters of the whole answer. */
  characters: number;
  /** Maximum elements within each other. */
  depth: number;
  /** Maximum characters of one element's text. What is longer is cut. */
  text: number;
}

export interface XmlHandler {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** `text`: all of the element's own text, once it ends. */
  close: (name: string, text: string) => void;
}

/** Without its prefix: "arxiv:DOI" is "DOI". */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const START = 200;

/** Reads one answer; `write` its parts in order, then `close`. Both throw `UnreadableXml`. */
export class XmlReader {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  readonly #limits: XmlLimits;
  #start = '';
  #characters = 0;
  #texts: string[] = [];

  constructor(limits: XmlLimits, handler: XmlHandler) {
    this.#limits = limits;
    const parser = this.#parser;
    parser.on('opentag', ({ name, attributes }) => {
      if (this.#texts.length >= limits.depth) throw new UnreadableXml('damaged', 'too deep');
      this.#texts.push('');
      handler.open(localName(name), attributes);
    });
    parser.on('text', (part) => this.#add(part));
    parser.on('cdata', (part) => this.#add(part));
    parser.on('closetag', ({ name }) => handler.close(localName(name), this.#texts.pop() ?? ''));
    // Entities of its own are how a few bytes become gigabytes. No answer of arXiv's has a document type.
    parser.on('doctype', (type) => {
      throw new UnreadableXml(/^\s*html\b/i.test(type) ? 'html' : 'damaged', 'a document type');
    });
    parser.on('error', (error) => {
      throw new UnreadableXml('damaged', error.message);
    });
  }

  #add(part: string): void {
    const at = this.#texts.length - 1;
    const text = this.#texts[at];
    if (text === undefined || text.length >= this.#limits.text) return;
    this.#texts[at] = text + part.slice(0, this.#limits.text - text.length);
  }

  write(part: string): void {
    this.#characters += part.length;
    if (this.#characters > this.#limits.characters) throw new UnreadableXml('large');
    if (this.#start.length < START) {
      this.#start += part.slice(0, START);
      if (/^\s*(?:<!doctype html\b|<html\b|[^<\s])/i.test(this.#start)) throw new UnreadableXml('html');
    }
    this.#parser.write(part);
  }

  close(): void {
    if (this.#start.trim() === '') throw new UnreadableXml('cut', 'empty');
    // What is still open was never closed; the parser's own words for that differ from place to place.
    try {
      this.#parser.close();
    } catch (error) {
      throw error instanceof UnreadableXml ? new UnreadableXml('cut', error.message) : error;
    }
  }
}
