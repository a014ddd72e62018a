// The script that steps from mark to mark: injected into a page when the reader uses its keys, or chooses a paper in the
// popup. It meets the page script at `globalThis.bylineBridge`, in the extension's isolated world.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createNavigation } from '../../lib/page/act/navigation.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    const bridge = globalThis.bylineBridge;
    if (bridge !== undefined) bridge.navigation = createNavigation(bridge);
  },
});
