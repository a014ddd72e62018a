// The card script: injected into a page at the first intent, never before. It meets the page script at
// `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../lib/i18n/english-card.ts';
import { OverPage } from '../../components/over-page/over-page.tsx';
import { loadTypesetterBy, type Typeset } from '../../components/ui/typesetter.ts';
import { ask } from '../../lib/messages/client.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';

/** `maths.content` puts its typesetter here. */
async function injectTypesetter(): Promise<{ typeset: Typeset }> {
  await ask('maths.inject', {});
  const { typeset } = meetingPoint;
  if (typeset === undefined) throw new Error('The script for formulas did not run.');
  return { typeset };
}

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  // A page must not hear when a card comes: that would tell it what its reader's catalog knows.
  noScriptStartedPostMessage: true,
  main() {
    const { card: page } = meetingPoint;
    // Without a page script there is nothing to show a card for; in a picture or feed there is nothing to show it in.
    if (
      page === undefined ||
      page.signal.aborted ||
      document.documentElement.namespaceURI !== 'http://www.w3.org/1999/xhtml'
    )
      return;
    loadTypesetterBy(injectTypesetter);
    page.ready(new OverPage(page));
  },
});
