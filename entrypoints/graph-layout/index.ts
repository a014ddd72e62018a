// Lays graphs out for our pages, as a worker of theirs.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveLayouts, type LayoutRequest } from '../../lib/graph/serve-layouts.ts';

export default defineUnlistedScript(() => {
  const serve = serveLayouts((reply) => postMessage(reply));
  // Only the page of ours that started this worker can speak to it.
  addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => void serve(data));
});
