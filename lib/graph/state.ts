// What a graph shows, as plain data, and what the reader does to it. Every node is shown by name of its key: what comes
// in later takes none of them away. Pure.
import { nodeOf, partsOfKey, type Connections, type Years } from './connect.ts';
import { nodeKinds, type NodeKind } from './kinds.ts';
import { neighboursOf } from './neighbours.ts';
import { byText } from './node.ts';

/** Nodes of a graph when it opens. */
export const FIRST_NODES = 42;
/** Nodes that come at once when one is expanded. */
export const MORE_NODES = 12;
/** Maximum nodes that are shown at once. */
export const MAX_NODES = 1000;

/** How many neighbours of each kind come first, by what the graph is around. */
const firstOf: Readonly<Record<NodeKind, Readonly<Record<NodeKind, number>>>> = {
  person: { person: 14, paper: 14, topic: 6, institution: 6 },
  paper: { person: 14, paper: 16, topic: 6, institution: 0 },
  topic: { person: 14, paper: 18, topic: 8, institution: 0 },
  institution: { person: 30, paper: 0, topic: 0, institution: 0 },
};

export interface ShownNode {
  key: string;
  /** The node that it was reached from; null for the one in the middle. */
  from: string | null;
}

export interface GraphState {
  centre: string;
  focus: string;
  /** Each once; the one in the middle first. */
  shown: readonly ShownNode[];
  /** Nodes whose neighbours were asked for: what they have beyond is counted. */
  opened: readonly string[];
  hidden: readonly string[];
  kinds: readonly NodeKind[];
  years: Years | null;
}

const kindOf = (key: string): NodeKind | null => partsOfKey(key)?.kind ?? null;

/** Neighbours of a node that are not shown and may be. */
export function notShown(from: Connections, state: GraphState, key: string): string[] {
  const out = new Set([...state.shown.map((one) => one.key), ...state.hidden]);
  return neighboursOf(from, key)
    .map((one) => one.key)
    .filter((one) => {
      const kind = kindOf(one);
      return !out.has(one) && kind !== null && state.kinds.includes(kind);
    });
}

/** The strongest of each kind up to its share, then by turns what is left; at most `most`. */
function pick(keys: readonly string[], shares: Readonly<Record<NodeKind, number>> | null, most: number): string[] {
  const byKind = new Map<NodeKind, string[]>(nodeKinds.map((kind) => [kind, []]));
  for (const key of keys) byKind.get(kindOf(key) ?? 'paper')?.push(key);
  const picked: string[] = [];
  if (shares !== null)
    for (const [kind, some] of byKind) picked.push(...some.splice(0, shares[kind]).slice(0, most - picked.length));
  for (let at = 0; picked.length < most && [...byKind.values()].some((some) => some.length > at); at += 1)
    for (const some of byKind.values()) {
      const next = some[at];
      if (next !== undefined && picked.length < most) picked.push(next);
    }
  return picked;
}

/** What is tied to several shown nodes, and not to the one in the middle: the most ties first. */
function secondRing(from: Connections, state: GraphState, most: number): ShownNode[] {
  const found = new Map<string, { ties: number; via: string }>();
  for (const { key: via } of state.shown)
    for (const key of notShown(from, state, via)) {
      const known = found.get(key);
      if (known === undefined) found.set(key, { ties: 1, via });
      else known.ties += 1;
    }
  return [...found]
    .toSorted(([a, one], [b, other]) => other.ties - one.ties || byText(a, b))
    .filter(([, { ties }]) => ties > 1)
    .slice(0, Math.max(0, most))
    .map(([key, { via }]) => ({ key, from: via }));
}

/** A graph around a node, with the strongest of what is tied to it. */
export function beginAt(from: Connections, centre: string, most = FIRST_NODES): GraphState {
  const bare: GraphState = {
    centre,
    focus: centre,
    shown: [{ key: centre, from: null }],
    opened: [centre],
    hidden: [],
    kinds: nodeKinds,
    years: null,
  };
  const picked = pick(notShown(from, bare, centre), firstOf[kindOf(centre) ?? 'paper'], most - 1);
  const first = { ...bare, shown: [...bare.shown, ...picked.map((key) => ({ key, from: centre }))] };
  return { ...first, shown: [...first.shown, ...secondRing(from, first, most - first.shown.length)] };
}

/** Shows some more of what is tied to a node. */
export function expandNode(from: Connections, state: GraphState, key: string, more = MORE_NODES): GraphState {
  if (!state.shown.some((one) => one.key === key)) return state;
  const room = Math.min(more, MAX_NODES - state.shown.length);
  const news = pick(notShown(from, state, key), null, room).map((one) => ({ key: one, from: key }));
  const opened = state.opened.includes(key) ? state.opened : [...state.opened, key];
  return { ...state, focus: key, opened, shown: [...state.shown, ...news] };
}

/** Takes away all that was reached from a node, and from there on. */
export function foldNode(state: GraphState, key: string): GraphState {
  const gone = new Set<string>();
  let grew = true;
  while (grew) {
    grew = false;
    for (const one of state.shown)
      if (one.from !== null && one.key !== key && !gone.has(one.key) && (one.from === key || gone.has(one.from))) {
        gone.add(one.key);
        grew = true;
      }
  }
  return {
    ...state,
    focus: key,
    shown: state.shown.filter((one) => !gone.has(one.key)),
    opened: state.opened.filter((one) => one !== key && !gone.has(one)),
  };
}

/** Takes a node away until the reader wants it back; what was reached from it stays. The one in the middle stays. */
export function hideNode(state: GraphState, key: string): GraphState {
  const hidden = state.shown.find((one) => one.key === key);
  if (hidden === undefined || key === state.centre) return state;
  return {
    ...state,
    focus: state.focus === key ? (hidden.from ?? state.centre) : state.focus,
    shown: state.shown
      .filter((one) => one.key !== key)
      .map((one) => (one.from === key ? { ...one, from: hidden.from } : one)),
    opened: state.opened.filter((one) => one !== key),
    hidden: [...state.hidden, key],
  };
}

/** Brings back all that was hidden. */
export function showHidden(from: Connections, state: GraphState): GraphState {
  let shown: GraphState = { ...state, hidden: [] };
  for (const key of state.hidden) shown = revealNode(from, shown, key);
  return { ...shown, focus: state.focus };
}

/** Shows a node that the data has, tied to what is shown where anything is. */
export function revealNode(from: Connections, state: GraphState, key: string): GraphState {
  if (state.shown.some((one) => one.key === key)) return { ...state, focus: key };
  if (nodeOf(from, key) === null || state.shown.length >= MAX_NODES) return state;
  const shown = new Set(state.shown.map((one) => one.key));
  const via = neighboursOf(from, key).find((one) => shown.has(one.key))?.key ?? state.centre;
  return {
    ...state,
    focus: key,
    hidden: state.hidden.filter((one) => one !== key),
    shown: [...state.shown, { key, from: via }],
  };
}

export const focusOn = (state: GraphState, key: string): GraphState => ({ ...state, focus: key });

/** Shows nodes of a kind, or no more of them. */
export const switchKind = (state: GraphState, kind: NodeKind): GraphState => ({
  ...state,
  kinds: nodeKinds.filter((one) => (one === kind) !== state.kinds.includes(one)),
});

export const withYears = (state: GraphState, years: Years | null): GraphState => ({ ...state, years });
