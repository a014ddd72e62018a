// The filters' script: injected into a page once the reader filters its rows. It meets the page script at
// `globalThis.bylineBridge`, in the extension's isolated world.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createFilters } from '../../lib/page/act/listing-filter.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    globalThis.bylineBridge?.attachFilters(createFilters);
  },
});
