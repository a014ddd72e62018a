// Open pages of ours are told that the reading list changed, in the worker or in another page.
const NAME = 'byline-list';

/** To be called after each change. */
export function tellListChanged(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('changed');
  channel.close();
}

/** Calls `changed` after each change, until what it answers is called. */
export function followList(changed: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', changed);
  return () => channel.close();
}
