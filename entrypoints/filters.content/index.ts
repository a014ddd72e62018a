// The filters' script: injected into a page once the reader filters its rows. It meets the page script at
// `lib/page/meeting-point.ts`.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createFilters } from '../../lib/page/act/listing-filter.ts';
import { meetingPoint } from '../../lib/page/meeting-point.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    meetingPoint.bridge?.attachFilters(createFilters);
  },
});
