// An entry as the files of other programs have it. Pure.
import type { Entry } from '../../library/schema.ts';
import type { ListedPaper } from './cited-paper.ts';

export const listedPaper = ({ record, abstract, tags = [], note = '' }: Entry): ListedPaper => ({
  record,
  abstract: abstract?.text ?? null,
  tags,
  note,
});
