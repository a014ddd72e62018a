// Chromium's service worker can't start a dedicated worker and is stopped when it idles; this page without a window
// can, and stays. It holds the importer while there is something to import, and nothing else.
const importer = new Worker('/importer.js');
// Its only word: nothing is left to do. An importer that fell over is started again by the alarm.
importer.addEventListener('message', () => close());
importer.addEventListener('error', (event) => {
  console.error('Byline: the importer stopped', event.message);
  close();
});
