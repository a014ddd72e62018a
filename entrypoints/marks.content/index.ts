// The marks' script: injected into a page once something was found there, never before. It meets the page script at
// `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createMarks } from '../../lib/page/act/mark-controller.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    meetingPoint.bridge?.attach(createMarks);
    meetingPoint.citations?.attach();
  },
});
