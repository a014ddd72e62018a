// The English words that a card shows, along with its code (`english.ts` says why). The build leaves out all that only pages
// of ours show: `tools/card-words.ts`.
import english from '../../public/_locales/en/messages.json?card';
import { fallBackTo } from './i18n.ts';

fallBackTo(english);
