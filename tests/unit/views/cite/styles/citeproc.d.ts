// What tests use of citeproc-js, which carries no types.
declare module 'citeproc' {
  interface System {
    retrieveLocale: (language: string) => unknown;
    retrieveItem: (id: string) => unknown;
  }
  class Engine {
    constructor(system: System, style: unknown, language: string, isForced: boolean);
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [parameters: object, entries: string[]];
  }
  const citeproc: { Engine: typeof Engine };
  export default citeproc;
}
