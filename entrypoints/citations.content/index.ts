// The script for citations in running text: injected where a page has a reference list. It meets the page script at
// `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followCitations } from '../../lib/page/citations/follow.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    const { bridge } = meetingPoint;
    if (bridge !== undefined && meetingPoint.citations?.bridge !== bridge)
      meetingPoint.citations = followCitations(bridge);
  },
});
