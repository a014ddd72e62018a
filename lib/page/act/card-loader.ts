// The page script's side of the card: injects it at the first intent, and waits until it has said that it is there.
import type { CardPort, CardRequest, CardSubject, PagePort } from './card-port.ts';
import type { Mark } from '../draw/marks.ts';
import { meetingPoint } from '../meeting-point.ts';
import type { BlocksAnswer } from '../../messages/page-protocol.ts';

/** What a mark's card is about. The page's own paper is known by its address or tags, which are surer than a title. */
export function subjectOf({ subject }: Pick<Mark, 'subject'>, pagePapers: BlocksAnswer['pagePapers']): CardSubject {
  if (subject.kind === 'person')
    return { kind: 'person', id: subject.person, name: subject.name, paper: subject.paper };
  const [only] = subject.papers;
  const known = subject.papers.length === 1 ? pagePapers.find(({ paper }) => paper === only) : undefined;
  const { via, confidence } = known === undefined ? subject : { via: known.via, confidence: 1 };
  return { kind: 'papers', ids: subject.papers, via, confidence };
}

export class CardLoader {
  readonly #inject: () => Promise<unknown>;
  #card: CardPort | null = null;
  #asked = false;
  /** The last call to a card that is not there yet. */
  #wanted: ((card: CardPort) => void) | null = null;

  /** Offers the page's side (`lib/page/act/card-port.ts`) until the signal ends. */
  constructor(
    inject: () => Promise<unknown>,
    { closed, pressing }: Pick<PagePort, 'closed' | 'pressing'>,
    signal: AbortSignal,
  ) {
    this.#inject = inject;
    const port: PagePort = {
      ready: (card) => {
        this.#card = card;
        this.#wanted?.(card);
        this.#wanted = null;
      },
      closed,
      pressing,
      signal,
    };
    meetingPoint.card = port;
    signal.addEventListener('abort', () => {
      this.#card?.hide();
      if (meetingPoint.card === port) meetingPoint.card = undefined;
    });
  }

  prefetch(subject: CardSubject): void {
    this.#use((card) => card.prefetch(subject));
  }
  show(request: CardRequest): void {
    this.#use((card) => card.show(request));
  }
  leave(): void {
    if (this.#card === null) this.#wanted = null;
    else this.#card.leave();
  }
  /** The card, where there is one. */
  get present(): CardPort | null {
    return this.#card;
  }

  #use(act: (card: CardPort) => void): void {
    if (this.#card !== null) {
      act(this.#card);
      return;
    }
    this.#wanted = act;
    if (this.#asked) return;
    this.#asked = true;
    // Without a card the page stays as it is; the next intent tries again.
    this.#inject().catch(() => {
      this.#asked = false;
    });
  }
}
