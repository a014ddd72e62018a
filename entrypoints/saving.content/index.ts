// The script for saving by key or from the browser's menu: injected when the reader does. It meets the page script at
// `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createSaving } from '../../lib/page/act/saving.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    const { bridge } = meetingPoint;
    if (bridge !== undefined && meetingPoint.saving?.bridge !== bridge) meetingPoint.saving = createSaving(bridge);
  },
});
