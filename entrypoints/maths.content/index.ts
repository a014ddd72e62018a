// The script that typesets formulas: injected where a card has a title with one. It meets the card script at
// `globalThis.bylineTypeset`, in the extension's isolated world.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { typeset } from '../../lib/text/maths.ts';

declare global {
  // The meeting place in the isolated world.
  var bylineTypeset: typeof typeset | undefined;
}

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  // As the card's: a page must not hear what its reader's catalog knows.
  noScriptStartedPostMessage: true,
  main() {
    globalThis.bylineTypeset = typeset;
  },
});
