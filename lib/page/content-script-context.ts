// Stands in for WXT's ContentScriptContext in the built content scripts (`wxt.config.ts`). WXT's own announces each
// start by an event on the document, under the extension's id, for its older copies; a page could listen for it and
// learn that Byline is there. Our page script notices by itself that it was left over (`Worker.alive`).
export class ContentScriptContext extends AbortController {}
