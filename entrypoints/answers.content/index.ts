// The script that answers the popup and tools: injected into a page when one of them asks, and when the reader follows
// an author. It meets the page script at `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAnswers } from '../../lib/page/answers.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    const { bridge } = meetingPoint;
    if (bridge !== undefined) bridge.answers = createAnswers(bridge);
  },
});
