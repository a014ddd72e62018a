// The script that steps from mark to mark: injected into a page when the reader uses its keys, or chooses a paper in the
// popup. It meets the page script at `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createNavigation } from '../../lib/page/act/navigation.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    const { bridge } = meetingPoint;
    if (bridge !== undefined) bridge.navigation = createNavigation(bridge);
  },
});
