// The filters' script: injected into a page once the reader filters its rows. It meets the page script at
// `globalThis.bylineDesk`, in the extension's isolated world.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeFilters } from '../../lib/page/act/listing-filter.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    globalThis.bylineDesk?.attachFilters(takeFilters);
  },
});
