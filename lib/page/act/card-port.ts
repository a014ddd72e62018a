// How the page script and the card talk. Both run in the extension's isolated world of one page, so they meet at
// one place there (`meeting-point.ts`); page scripts can't see it. The card script is injected at the first intent and calls `ready`.

/** What a card is about. */
export type CardSubject =
  | { kind: 'papers'; ids: readonly string[]; via: string; confidence: number }
  | {
      kind: 'person';
      id: string;
      name: string;
      /** The paper whose byline has the name; it tells people of one name apart. */
      paper?: string | undefined;
    };

export interface CardRequest {
  subject: CardSubject;
  /** The mark's rectangles in viewport pixels, measured again at each placement; empty when the mark is gone. */
  anchor: () => readonly DOMRect[];
  /** Pinned cards stay until closed; others go when the pointer has left for 300 ms. */
  pinned: boolean;
  /** Opened by key: focus moves into the card and comes back on close. */
  focus: boolean;
}

/** Offered by the card. */
export interface CardPort {
  /** Reads the subject's facts ahead of showing it. */
  prefetch: (subject: CardSubject) => void;
  show: (request: CardRequest) => void;
  /** The pointer left the mark: go in 300 ms unless it comes into the card. */
  leave: () => void;
  /** The pointer is back on the mark. */
  stay: () => void;
  hide: () => void;
  /** The subject that is open, or null. */
  current: () => CardSubject | null;
  /** A paper's status changed elsewhere. */
  statusChanged: (paper: string, status: 'to-read' | 'reading' | 'read' | null) => void;
}

/** Offered by the page script. */
export interface PagePort {
  ready: (card: CardPort) => void;
  closed: () => void;
  /** A press on one of our pills is under way: it is none outside of the card. */
  pressing: () => boolean;
  /** Ends when the page script ends (extension updated, site switched off): the card goes too. */
  signal: AbortSignal;
}
