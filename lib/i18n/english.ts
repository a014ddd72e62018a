// The English words along with the code. Chromium now and then gives a page of an extension no words at all (seen on a
// busy machine: `getMessage` answers "" in one process for as long as that lives), and the popup would stay blank.
// Imported once by each surface that shows sentences; the page script, which must stay small, does without.
import english from '../../public/_locales/en/messages.json';
import { fallBackTo } from './i18n.ts';

fallBackTo(english);
