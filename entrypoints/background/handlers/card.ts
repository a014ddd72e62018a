// What cards show: papers, people, rows; and the card script's injection at the first intent.
import { browser } from '../../../lib/browser.ts';
import type { Catalog } from '../../../lib/catalog/keeper.ts';
import { papersOf, peopleOf, sourcesById, workCounts, worksOf } from '../../../lib/catalog/lookup.ts';
import { paperView } from '../../../lib/catalog/paper-view.ts';
import { personView } from '../../../lib/catalog/person-view.ts';
import type { Paper } from '../../../lib/catalog/schema.ts';
import type { RelatedRow } from '../../../lib/catalog/views.ts';
import { workRow } from '../../../lib/catalog/work-row.ts';
import { bibtex } from '../../../lib/cite/bibtex.ts';
import { Refusal, type Context, type Handlers } from '../../../lib/messages/server.ts';
import { candidatesOf, readShared } from '../../../lib/related/candidates.ts';
import { rankRelated, type Ranked } from '../../../lib/related/rank.ts';
import { t } from '../../../lib/words.ts';
import { catalogOf, entriesForDisplay, isPrivate, type Stores } from '../stores.ts';

async function relatedTo({ database }: Catalog, paper: Paper): Promise<Ranked[]> {
  const shared = await readShared(database, paper);
  const candidates = await papersOf(database, candidatesOf(paper, shared));
  return rankRelated(paper, candidates.values(), shared);
}

/** Runs a script of ours in the frame that asked. */
async function inject(file: string, { tab, frame }: Context): Promise<Record<string, never>> {
  if (tab === null) throw new Refusal('not-allowed', t('errorNoRunHere'));
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame ?? 0] }, files: [file] });
  return {};
}

export function cardHandlers(
  stores: Stores,
): Pick<Handlers, 'marks.inject' | 'card.inject' | 'card.paper' | 'card.person' | 'card.rows'> {
  return {
    'marks.inject': (_request, context) => inject('content-scripts/marks.js', context),
    'card.inject': (_request, context) => inject('content-scripts/card.js', context),

    'card.paper': async ({ id }, context) => {
      const catalog = await catalogOf(stores);
      const { database } = catalog;
      const paper = (await papersOf(database, [id])).get(id);
      if (paper === undefined) throw new Refusal('not-found', t('errorPaperGone'));
      const authors = paper.authors.map((author) => author.person);
      const [people, works, sources, ranked, privateWindow] = await Promise.all([
        peopleOf(database, authors),
        workCounts(database, authors),
        sourcesById(database),
        relatedTo(catalog, paper),
        isPrivate(context),
      ]);
      const entries = await entriesForDisplay(stores, [id, ...ranked.map((one) => one.paper.id)]);
      const related = ranked.map((one): RelatedRow => ({
        ...workRow(one.paper, entries.get(one.paper.id)?.status ?? null),
        reasons: one.reasons,
      }));
      return paperView({
        paper,
        people,
        works,
        related,
        sources,
        bibtex: bibtex(paper),
        entry: entries.get(id),
        privateWindow,
      });
    },

    'card.person': async ({ id }) => {
      const { database } = await catalogOf(stores);
      const person = (await peopleOf(database, [id])).get(id);
      if (person === undefined) throw new Refusal('not-found', t('errorPersonGone'));
      const works = await worksOf(database, id);
      const [colleagues, sources, entries] = await Promise.all([
        peopleOf(database, [...new Set(works.flatMap((paper) => paper.authors.map((author) => author.person)))]),
        sourcesById(database),
        entriesForDisplay(
          stores,
          works.map((paper) => paper.id),
        ),
      ]);
      const names = new Map([...colleagues].map(([key, colleague]) => [key, colleague.name] as const));
      const statuses = new Map([...entries].map(([key, entry]) => [key, entry.status] as const));
      return personView(person, works, names, sources, statuses);
    },

    'card.rows': async ({ ids }) => {
      const { database } = await catalogOf(stores);
      const [papers, entries] = await Promise.all([papersOf(database, ids), entriesForDisplay(stores, ids)]);
      return {
        rows: ids.flatMap((id) => {
          const paper = papers.get(id);
          return paper === undefined ? [] : [workRow(paper, entries.get(id)?.status ?? null)];
        }),
      };
    },
  };
}
