// The script that has read what is inside of other things: open shadow roots, and frames of the page's own site. Injected
// where a page may have some. It meets the page script at `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followInside } from '../../lib/page/inside.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  // As the page script's: a page must not hear that it is there.
  noScriptStartedPostMessage: true,
  main() {
    const { bridge, inside } = meetingPoint;
    if (bridge === undefined || bridge === inside) return;
    meetingPoint.inside = bridge;
    followInside(bridge);
  },
});
