// What the worker has told this surface, kept while it is in use: a card asks ahead (at 150 ms, before it shows),
// goes back without asking again, and hears of a status that changed elsewhere.
import type { PaperView, PersonView, WorkRow } from '../../lib/views/schema.ts';
import type { ask as askWorker } from '../../lib/messages/client.ts';
import type { KeptStatus } from '../../lib/library/schema.ts';
import { hasMaths } from '../ui/maths.ts';
import { wantTypesetter } from '../ui/typesetter.ts';

export type Ask = typeof askWorker;
type Answered<T> = { asked: Promise<T>; value: T | null; at: number };
type FollowListener = (person: string, followed: boolean) => void;
type Listener = (paper: string, status: KeptStatus | null) => void;

/** Papers and people kept at most; the oldest go first. */
const limit = 60;
/** Milliseconds; an older answer may have been overtaken by an import or by another tab. */
const fresh = 30_000;

/** The view after its paper's status changed now. */
export function withStatus(view: PaperView, status: KeptStatus | null): PaperView {
  if (view.status === status) return view;
  const now = Date.now();
  return {
    ...view,
    status,
    statusSince: status === null ? null : (view.statusSince ?? now),
    readAt: status === 'read' ? now : view.readAt,
  };
}

/** The view after somebody in its byline was followed, or is no more. */
export function withFollow(view: PaperView, person: string, followed: boolean): PaperView {
  const isSo = ({ followed: now }: PaperView['authors'][number]): boolean =>
    followed ? now?.sure === true : now === null;
  if (view.authors.every((author) => author.person !== person || isSo(author))) return view;
  return {
    ...view,
    authors: view.authors.map((author) =>
      author.person === person ? { ...author, followed: followed ? { name: author.name, sure: true } : null } : author,
    ),
  };
}

class Shelf<T> {
  readonly #kept = new Map<string, Answered<T>>();

  /** Asks once; a refusal is not kept, so that a retry asks again. */
  get(id: string, read: () => Promise<T>): Promise<T> {
    const kept = this.#fresh(id);
    if (kept !== null) return kept.asked;
    const answered: Answered<T> = { asked: read(), value: null, at: Date.now() };
    this.#kept.set(id, answered);
    answered.asked.then(
      (value) => {
        answered.value = value;
      },
      () => this.#kept.delete(id),
    );
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= limit) break;
      this.#kept.delete(old);
    }
    return answered.asked;
  }

  peek(id: string): T | null {
    return this.#fresh(id)?.value ?? null;
  }

  /** Changes what is kept; what is not kept is read when it is wanted. */
  change(id: string, to: (value: T) => T): void {
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.value === null) return;
    const value = to(kept.value);
    this.#kept.set(id, { asked: Promise.resolve(value), value, at: kept.at });
  }

  #fresh(id: string): Answered<T> | null {
    const kept = this.#kept.get(id);
    if (kept !== undefined && Date.now() - kept.at <= fresh) return kept;
    this.#kept.delete(id);
    return null;
  }

  clear(): void {
    this.#kept.clear();
  }
}

/** People the catalog knows by themselves are the same on every paper. */
const personAt = (id: string, paper: string | undefined): string =>
  paper === undefined || !id.startsWith('n-') ? id : `${id} ${paper}`;

export class Facts {
  readonly ask: Ask;
  readonly #papers = new Shelf<PaperView>();
  readonly #people = new Shelf<PersonView>();
  readonly #listeners = new Set<Listener>();
  readonly #followListeners = new Set<FollowListener>();

  constructor(ask: Ask) {
    this.ask = ask;
  }

  paper(id: string): Promise<PaperView> {
    return this.#papers.get(id, async () => {
      const view = await this.ask('card.paper', { id });
      // A card asks ahead of showing, so that its formulas are there when it shows.
      const titles = [view, ...view.related, ...view.byAuthors].map(({ titleParts }) => titleParts);
      if ([...titles, view.abstract?.parts ?? []].some(hasMaths)) wantTypesetter();
      return view;
    });
  }

  /** `paper`: on whose byline the name was met; one name on two papers may be two people. */
  person(id: string, paper?: string): Promise<PersonView> {
    const request = paper === undefined ? { id } : { id, paper };
    return this.#people.get(personAt(id, paper), () => this.ask('card.person', request));
  }

  /** One line each for papers of one title; not kept, they are few and seldom. */
  async rows(ids: readonly string[]): Promise<WorkRow[]> {
    return (await this.ask('card.rows', { ids: [...ids] })).rows;
  }

  /** What is known without asking, for a first paint that is complete. */
  knownPaper(id: string): PaperView | null {
    return this.#papers.peek(id);
  }

  knownPerson(id: string, paper?: string): PersonView | null {
    return this.#people.peek(personAt(id, paper));
  }

  /** A paper's status changed, here or elsewhere. The sentences around it (since when) are asked again next time. */
  statusChanged(paper: string, status: KeptStatus | null): void {
    this.#papers.change(paper, (known) => withStatus(known, status));
    // Rows of this paper on other cards carry its sign: those cards are read again when they open next.
    this.#people.clear();
    for (const listener of this.#listeners) listener(paper, status);
  }

  /** The reader now follows a person, or no longer does. Other cards may name them as well: they are read again. */
  followChanged(person: string, followed: boolean): void {
    this.#papers.clear();
    this.#people.clear();
    for (const listener of this.#followListeners) listener(person, followed);
  }

  /** The reader said whose a work is: every list of works may be another one. */
  personChanged(id: string, paper?: string): Promise<PersonView> {
    this.#papers.clear();
    this.#people.clear();
    return this.person(id, paper);
  }

  onFollow(listener: FollowListener): () => void {
    this.#followListeners.add(listener);
    return () => this.#followListeners.delete(listener);
  }

  onStatus(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
