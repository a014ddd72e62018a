// The script that typesets formulas: injected where a card has a title with one. It meets the card script at
// `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { meetingPoint } from '../../lib/page/meeting-point.ts';
import { typeset } from '../../lib/text/maths.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  // As the card's: a page must not hear what its reader's catalog knows.
  noScriptStartedPostMessage: true,
  main() {
    meetingPoint.typeset = typeset;
  },
});
