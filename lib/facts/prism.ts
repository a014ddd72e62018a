// PRISM, the tags of publishers: a journal's name, date and DOI, with the title and authors beside them in Dublin Core.
import { pagesOf } from '../paper/publication.ts';
import { filledFields } from './fields.ts';
import type { Reading } from './reading.ts';
import { typeOfWord } from './paper-type.ts';
import { Tags, type Tag } from './tags.ts';

export function prism(meta: readonly Tag[]): Reading {
  const by = new Tags(meta);
  return {
    from: 'meta',
    type: by.first('prism.aggregationtype').map(typeOfWord)[0] ?? null,
    fields: filledFields({
      title: by.first('prism.title'),
      venue: by.first('prism.publicationname'),
      volume: by.first('prism.volume'),
      issue: by.first('prism.number', 'prism.issueidentifier'),
      pages: [
        ...by.first('prism.pagerange'),
        pagesOf(by.first('prism.startingpage')[0], by.first('prism.endingpage')[0]),
      ],
      date: by.first('prism.publicationdate', 'prism.coverdate', 'prism.coverdisplaydate', 'prism.publicationyear'),
      doi: by.first('prism.doi'),
    }),
  };
}
