// Papers that nobody wrote, day by day, the same at every run. Titles and names are made of lists of words.

export interface MadeUpPaper {
  id: string;
  /** Days: of its first version, and of its last change. */
  created: string;
  datestamp: string;
  categories: string[];
  title: string;
  authors: [given: string, family: string][];
  comments: string | null;
  journalRef: string | null;
  abstract: string;
}

const given = ['Oda', 'Emil', 'Ruta', 'Ivo', 'Selma', 'Tarek', 'Linh', 'Pau', 'Noor', 'Vesna', 'Kofi', 'Aiko', 'Juno'];
const family = [
  'Quillfeather',
  'Brandvold',
  'Marrowby',
  'Ostergate',
  'Tindlemoor',
  'Vashkin',
  'Ellerbrook',
  'Nakamuro',
  'Sandoval-Fisk',
  'Wetherlace',
  'Okonkwe',
  'Bergamotte',
  'Drummel',
  'Fairweight',
  'Hollins',
  'Iversand',
  'Jaramell',
  'Kestrelman',
  'Lindqvister',
];
const first = [
  'Patient',
  'Sparse',
  'Folded',
  'Lukewarm',
  'Borrowed',
  'Sideways',
  'Polite',
  'Granular',
  'Restless',
  'Modest',
  'Braided',
  'Halting',
  'Layered',
  'Drifting',
  'Careful',
  'Uneven',
  'Tidal',
];
const second = [
  'Lanterns',
  'Orchards',
  'Tensors',
  'Kettles',
  'Gradients',
  'Rivers',
  'Ledgers',
  'Manifolds',
  'Beacons',
  'Harbours',
  'Kernels',
  'Mosaics',
  'Pendulums',
  'Archives',
  'Queues',
  'Ridges',
  'Choirs',
  'Compasses',
  'Trellises',
];
const verbs = [
  'Sorting',
  'Weighing',
  'Tracing',
  'Naming',
  'Balancing',
  'Listening to',
  'Mapping',
  'Compressing',
  'Forecasting',
  'Untangling',
  'Pruning',
];
const ends = [
  'under Slow Weather',
  'without a Second Look',
  'from Half a Map',
  'in Crowded Valleys',
  'with Very Few Examples',
  'at the Edge of a Field',
  'across Unmarked Borders',
  'by Counting Twice',
  'before the Ice Breaks',
  'when Nobody Answers',
  'over Long Afternoons',
  'for Those Who Arrive Late',
  'beside an Open Window',
];

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T; // No list is empty.

const titleOf = (number: number): string =>
  `${pick(verbs, number)} ${pick(first, Math.floor(number / 11))} ${pick(second, Math.floor(number / 7))} ${pick(ends, Math.floor(number / 3))}: Case ${number}`;

const DAY = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export interface Making {
  /** The newest day. */
  today: string;
  /** Days back from it that have papers. */
  days: number;
  /** Papers of a working day; weekends have none. */
  aDay: number;
  /** Of a paper by its number. */
  categories: (number: number) => string[];
}

/** All papers, in the server's order: by day of the last change, then by id. */
export function makePapers({ today, days, aDay, categories }: Making): MadeUpPaper[] {
  const papers: MadeUpPaper[] = [];
  for (let back = days - 1; back >= 0; back -= 1) {
    const time = Date.parse(today) - back * DAY;
    const weekday = new Date(time).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const datestamp = dayOf(time);
    for (let at = 0; at < aDay; at += 1) {
      const number = papers.length + 1;
      // One in five is an older paper that was changed.
      const created = at % 5 === 4 ? dayOf(time - 400 * DAY) : datestamp;
      papers.push({
        id: `${created.slice(2, 4)}${created.slice(5, 7)}.${String(number % 100_000).padStart(5, '0')}`,
        created,
        datestamp,
        categories: categories(number),
        title: titleOf(number),
        authors: Array.from({ length: 1 + (number % 4) }, (_, place): [string, string] => [
          pick(given, number + place * 5),
          pick(family, number + place * 7),
        ]),
        comments:
          number % 3 === 0
            ? `${number % 20} pages, accepted at ICML 2026. Code: https://github.com/made-up/case-${number}`
            : null,
        journalRef: number % 10 === 1 ? `Journal of Unhurried Results ${number % 90} (2026) 1-12` : null,
        abstract: `We look at case ${number} & ask what ${pick(second, number).toLowerCase()} have in common with ${pick(second, number + 3).toLowerCase()}. Where x < y, nothing happens; elsewhere it takes some time, and we say how long.`,
      });
    }
  }
  return papers.toSorted((one, other) =>
    one.datestamp === other.datestamp ? (one.id < other.id ? -1 : 1) : one.datestamp < other.datestamp ? -1 : 1,
  );
}
