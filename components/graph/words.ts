// Why two nodes are tied, in words.
import { count, list, t, type MessageKey } from '../../lib/i18n/i18n.ts';
import type { Why } from '../../lib/graph/node.ts';
import type { MoreNode } from '../../lib/graph/slice.ts';
import type { NodeKind } from '../../lib/graph/kinds.ts';

export const kindWords: Readonly<Record<NodeKind, MessageKey>> = {
  person: 'graphKindPerson',
  paper: 'graphKindPaper',
  topic: 'graphKindTopic',
  institution: 'graphKindInstitution',
};
export const oneWords: Readonly<Record<NodeKind, MessageKey>> = {
  person: 'graphOnePerson',
  paper: 'graphOnePaper',
  topic: 'graphOneTopic',
  institution: 'graphOneInstitution',
};

const said = (saidBy: readonly string[]): string[] => (saidBy.length === 0 ? [] : [t('graphSays', list(saidBy))]);

const spanOf = (from: number | null, to: number | null): string[] => {
  const years = [from, to].filter((year) => year !== null);
  return years.length === 0 ? [] : [[...new Set(years)].join('–')];
};

function partsOf(why: Why, self: string): string[] {
  switch (why.kind) {
    case 'advisor':
      return [t(why.advisor === self ? 'graphStudent' : 'graphAdvisor'), ...said(why.saidBy)];
    case 'together':
      return [
        count(why.exact ? 'graphTogether' : 'graphTogetherAtLeast', why.works),
        ...(why.last === null ? [] : [t('graphLast', why.last)]),
      ];
    case 'wrote':
      return [
        t(why.place === 'first' ? 'graphFirstAuthor' : why.place === 'last' ? 'graphLastAuthor' : 'graphAuthor'),
        ...(why.sure ? [] : [t('graphUnsure')]),
      ];
    case 'about':
      return [t('graphAbout')];
    case 'works-on':
    case 'shares': {
      const works = count(why.kind === 'shares' ? 'graphShares' : 'graphWorksOn', why.works);
      return [why.exact ? works : t('graphAtLeast', works)];
    }
    case 'cites':
      return [t(why.citing === self ? 'graphCitedBy' : 'graphCites')];
    case 'alike':
      return [t('graphAlike', list(why.shares))];
    case 'works-at':
      return [t('graphWorksAt'), ...spanOf(why.from, null), ...said(why.saidBy)];
    case 'was-at':
      return [t('graphWasAt'), ...spanOf(why.from, why.to), ...said(why.saidBy)];
    case 'degree':
      return [t('graphDegree'), ...spanOf(null, why.to), ...said(why.saidBy)];
  }
}

/** "advisor, says Google Research; wrote 4 works together, last 2023". `self`: the node beside which it is read. */
export const whyWords = (why: readonly Why[], self: string): string =>
  why.map((one) => partsOf(one, self).join(', ')).join('; ');

/** "and 40 others" */
export const othersWords = ({ count: others, exact }: Pick<MoreNode, 'count' | 'exact'>): string =>
  exact ? count('graphOthers', others) : t('graphMoreThanOthers', others);
