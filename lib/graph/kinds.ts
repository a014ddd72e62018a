// The kinds of nodes. Apart from the schemas, so that what draws graphs needs none.

export const nodeKinds = ['person', 'paper', 'topic', 'institution'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** Maximum length of a topic and of an institution's name; what is longer is no name. */
export const MAX_NAME = 200;
