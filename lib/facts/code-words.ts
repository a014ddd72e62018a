// Whose a linked repository is, by the words around the link: the authors' own, a tool that they use, or not said.
// The nearest word to the link counts: "we use Fairseq (link) and release our code at (link)".

export type Whose = 'theirs' | 'cited' | null;

/** What can be released. */
const THING =
  '(?:codes?|code ?base|source codes?|implementations?|scripts?|software|packages?|librar(?:y|ies)|toolkits?|models?|weights|checkpoints?|data|data ?sets?|benchmarks?|notebooks?|repositor(?:y|ies)|repos?|demos?|materials?|artifacts?|videos?|results|experiments|prompts|tools?|plugin|system|website|project)';

/** What authors make of tools, and release. */
const MADE =
  '(?:codes?|data|data ?sets?|scripts?|samples?|results|materials?|benchmarks?|models?|approach|methods?|implementations?|weights|checkpoints?|notebooks?)';

interface Cue {
  pattern: RegExp;
  whose: 'theirs' | 'cited';
  /** Decides anywhere in the clause, not only nearest to the link. */
  strong?: true;
}

/** Read in the clause before the link; small letters, one space between words. */
const BEFORE: readonly Cue[] = [
  {
    whose: 'theirs',
    pattern:
      /\bour (?:own |new |full |open |public |official |anonymi[sz]ed |project |source |github |python |pytorch |reference |companion |released )?(?:source )?(?:code|codes|codebase|implementations?|scripts?|software|package|library|toolkit|models?|weights|checkpoints?|data|dataset|datasets|benchmark|notebooks?|repository|repo|repos|demo|website|web ?page|page|project|tool|github|system|framework|plugin|results)\b/g,
  },
  {
    whose: 'theirs',
    pattern:
      /\bwe (?:\w+ )?(?:release|released|open-?sourced?|publish|published|provide|share|make|made|host|maintain|publicly release)\b/g,
  },
  {
    whose: 'theirs',
    pattern: new RegExp(
      `\\b${THING}[^.;]{0,90}?\\b(?:available|released|found|accessed|obtained|downloaded|open-?sourced|published|provided|hosted|accessible|public|shared|located|posted|deposited)\\b`,
      'g',
    ),
  },
  {
    whose: 'theirs',
    pattern:
      /\b(?:available|released|open-?sourced?|hosted|published) (?:\w+ )?(?:at|on|from|via|here|under|as|in)\W{0,3}$/g,
  },
  {
    whose: 'theirs',
    pattern:
      /\b(?:project|web) ?(?:page|site)\b[^.]{0,20}$|\b(?:source )?(?:code|codes|implementation|repository|repo|github|demo|software|homepage|package|dataset|data|models?)(?: (?:page|link|links|url|repo|repository|release|and data|and models?|and demo|and datasets?))?(?: (?:at|on|here|in))?\W{0,4}$/g,
  },
  {
    whose: 'theirs',
    pattern: new RegExp(`\\b${THING}[^.;]{0,60}?\\b(?:is|are|lives?) (?:at|on|here|under)\\W{0,3}$`, 'g'),
  },
  { whose: 'theirs', pattern: /\bsee (?:also )?(?:our|the accompanying|the companion)\b/g },
  {
    whose: 'cited',
    strong: true,
    pattern:
      /\b(?:we|and|were|was|is|are) (?:\w+ly |also |then |further |first |simply |directly )?(?:use|used|using|adopt|adopted|employ|employed|utili[sz]e|utili[sz]ed|follow|followed|borrow|borrowed|extend|adapt|adapted|modify|modified|fine-?tune|leverage|rely on|start from|compare|compared|reuse|reused|run|ran)\b/g,
  },
  {
    whose: 'cited',
    strong: true,
    pattern:
      /\b(?:their|his|her|original|authors'?|third-?party|official|existing|publicly available|popular|standard|well-known) (?:\w+ )?(?:code|codes|codebase|implementations?|repository|repo|scripts?|library|package|toolkit|release|models?|checkpoints?|weights)\b/g,
  },
  {
    // A tool by its name, and where it is: "processed with fMRIPrep, which is available at".
    whose: 'cited',
    strong: true,
    pattern: new RegExp(
      `\\b(?:using|uses|used(?! (?:by|in|to|for|as)\\b)|(?:performed|processed|conducted|done|run|ran|trained|simulated|analy[sz]ed|computed|calculated|generated|obtained|evaluated|solved|fitted|preprocessed|segmented|aligned)(?: out)? (?:with|by|via|through)) (?!our |this |these |such |custom |in-house |new )(?:(?!our |own |custom |in-house |new |and |we |for )[\\w.+/-]{1,40} ){0,5}?(?!${MADE}\\b)[\\w.+/-]{1,40}(?: ?\\(|, |,? (?:which|that) (?:is|are) )(?:freely |publicly |openly |also )?(?:available|found|hosted|distributed)\\b`,
      'g',
    ),
  },
  {
    whose: 'cited',
    strong: true,
    pattern:
      /\b(?:code|codes|implementations?|scripts?|weights|repository) (?:for|of) (?:all |the |other |these )*(?:baselines?|competitors?|competing|compared|comparison|previous|prior|existing)\b/g,
  },
  {
    // What a page or a document is made with.
    whose: 'cited',
    strong: true,
    pattern:
      /\b(?:powered by|(?:edit|improve|fork|view) this (?:page|site)|source of this (?:page|site)|(?:this|the|latex|website|page|project page) (?:website |page |latex )?(?:template|theme|style file)|unofficial)\b/g,
  },
  {
    // Of people who are named, not of a method.
    whose: 'cited',
    strong: true,
    pattern:
      /\b(?:code|codes|codebase|implementations?|repository|scripts?|weights|checkpoints?) (?:provided |released |published |shared |made available |written )?(?:of|from|by) (?:\[|the (?:original )?authors|[\p{L}'-]+ (?:et al|and [\p{L}'-]+ ?[[(]|[[(]\d))/gu,
  },
  {
    whose: 'cited',
    pattern:
      /\b(?:code|codes|codebase|implementations?|repository|scripts?|weights|checkpoints?) (?:provided |released |published |shared |made available |written )?(?:from|by)\b(?! (?:our|us|this|these)\b)/g,
  },
  {
    whose: 'cited',
    pattern:
      /\b(?:based (?:up)?on|buil(?:t|ds?|ding) (?:up)?on|built (?:with|using|in|from|on top of)|implemented (?:\w+ )?(?:in|with|using|on|via|by)|written (?:in|with|using)|(?:adapted|borrowed|taken|derived|obtained|downloaded|forked|modified|retrieved|collected|extracted) from|provided by|thanks to|trained (?:with|using)|re-?implementation of|on top of|inspired by|as in|such as|similar to|e\.g)\b/g,
  },
  {
    whose: 'cited',
    pattern:
      /\b(?:using|via|with|from) (?:the |an? )?(?:\w[\w-]* ){0,3}(?:library|toolkit|package|framework|implementation|codebase|repository|tool|software|model|dataset|benchmark|module|simulator)?\W{0,3}$/g,
  },
  {
    whose: 'cited',
    pattern: /\b(?:(?:baselines?|prior work|previous work)\b|the (?:\w[\w-]* )?(?:library|toolkit|framework)\W{0,3}$)/g,
  },
];

/** Read right after the link. */
const AFTER: readonly Cue[] = [
  {
    whose: 'cited',
    strong: true,
    pattern: /^\W{0,3}(?:was|were) (?:also |then )?(?:used|employed|adopted|adapted|modified|utili[sz]ed)\b/,
  },
  {
    whose: 'theirs',
    pattern:
      /^\W{0,3}(?:contains|hosts|provides|holds|has|includes) (?:all |the |our )?(?:\w+ )?(?:code|source|implementation|data|scripts|models?|software)\b/,
  },
  {
    whose: 'theirs',
    pattern:
      /^\W{0,3}(?:for|is) (?:our|the source|the code|source|code|all code|the project|the implementation|more results|videos?)\b/,
  },
  { whose: 'theirs', pattern: /^\W{0,3}(?:we|where we) (?:\w+ )?(?:release|provide|publish|share|make)\b/ },
  { whose: 'cited', pattern: /^\W{0,3}(?:library|toolkit|package|framework|baseline|repository of|repo of|by )\b/ },
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ');

/** Where the last of a pattern ends in a text; -1 where it has none. */
function lastEnd(pattern: RegExp, text: string): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** The part of a text that belongs to its end: the last sentence. Dots of "e.g." and of names end none. */
function lastSentence(text: string): string {
  let from = 0;
  for (const match of text.matchAll(
    /(?<!\b(?:e\.g|i\.e|cf|al|vs|fig|sec|ref|no))[.!?][\s)\]"\u201d]{1,3}(?=[A-Z\u201c"([])/g,
  ))
    from = match.index + 1;
  return text.slice(from);
}

const firstSentence = (text: string): string => /^[^.!?]{0,120}/.exec(text)?.[0] ?? '';

/**
 * @param before the text between the link before (or the block's begin) and this link
 * @param after the text from the link's end on
 */
export function whoseCode(before: string, after: string): Whose {
  const lead = plain(lastSentence(before.slice(-240)));
  let best: Cue | null = null;
  let at = -1;
  let strong: number | null = null;
  let ours = -1;
  for (const cue of BEFORE) {
    const end = lastEnd(cue.pattern, lead);
    if (end < 0) continue;
    if (cue.strong === true) strong = Math.max(strong ?? -1, end);
    if (cue === BEFORE[0] || cue === BEFORE[1]) ours = Math.max(ours, end);
    if (end > at || (end === at && cue.whose === 'cited')) {
      best = cue;
      at = end;
    }
  }
  // "We use the code of X, which is available at …": only words that say "our" undo this.
  if (strong !== null && best?.whose === 'theirs' && ours < strong) return 'cited';
  const tail = plain(firstSentence(after));
  if (ours < 0 && AFTER.some((cue) => cue.strong === true && cue.pattern.test(tail))) return 'cited';
  if (best !== null) return best.whose;
  return AFTER.find(({ pattern }) => pattern.test(tail))?.whose ?? null;
}

/** The link's own words call it code. */
export const saysCode = (text: string): boolean =>
  /^\W{0,3}(?:the |our )?(?:source |official )?(?:code|implementation|project(?: ?page| ?site| ?website)?|web ?page|demo)\W{0,3}$/i.test(
    text.trim(),
  );

/** An archive's entry is code only where it is called so. */
export const callsItSoftware = (before: string, after: string): boolean =>
  /\b(?:software|code|codes|source|implementation|package|scripts?|toolkit|library|notebooks?|repository)\b/i.test(
    `${before.slice(-160)} ${after.slice(0, 80)}`,
  );
