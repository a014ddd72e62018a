// The only English words that the worker itself shows something by, along with its code (`english.ts` says why): all
// others it leaves to the pages, as codes.
import { ownPackName } from '../../public/_locales/en/messages.json';
import { fallBackTo } from './i18n.ts';

fallBackTo({ ownPackName });
