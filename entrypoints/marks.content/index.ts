// The marks' script: injected into a page once something was found there, never before. It meets the page script at
// `globalThis.bylineBridge`, in the extension's isolated world.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createMarks } from '../../lib/page/act/mark-controller.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    globalThis.bylineBridge?.attach(createMarks);
  },
});
