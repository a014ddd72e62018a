import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { installPatterns, optionalPatterns } from './lib/sites/permissions.ts';
import { buildBundledPack } from './tools/bundle-files.ts';
import { cardWords } from './tools/card-words.ts';
import type { Messages } from './lib/i18n/i18n.ts';
import { managedSchema, schemaFile } from './tools/managed-schema.ts';
import { listFile, noticesFile, writeNotices } from './tools/notices.ts';

/** The English words without what is said to translators; for the card, only those that it may show. */
const wordsAlone = {
  name: 'words-alone',
  enforce: 'pre' as const,
  transform(text: string, id: string): string | null {
    const [path, of] = id.split('?', 2);
    if (path?.endsWith('/_locales/en/messages.json') !== true) return null;
    const messages = JSON.parse(text) as Messages;
    const written = (words: Messages): string =>
      JSON.stringify(words, (key, value: unknown) => (key === 'description' ? undefined : value));
    // With a query it is no longer read as JSON.
    return of === 'card' ? `export default ${written(cardWords(messages, import.meta.dirname))};` : written(messages);
  },
};

const bundledPack = await buildBundledPack(import.meta.dirname);

/**
 * WXT's logger would be in each script of a page, and say nothing in production: a tenth of a kilobyte. What a script
 * throws the browser's console shows without it, and without being caught and thrown again. Our context asks for no options.
 */
const withoutLogger = {
  name: 'without-logger',
  transform(code: string): string | undefined {
    if (!code.includes('crashed on startup!')) return undefined;
    return code
      .replace(/^\s*logger\.error\(.*\n/mu, '')
      .replace(
        /= \(async \(\) => \{(?:(?!\}\)\(\);)[^])*new ContentScriptContext\([^]*\}\)\(\);/u,
        '= definition.main(new ContentScriptContext());',
      );
  },
};

/** Chrome takes four suggestions, which others have; Firefox takes all. */
const suggested = (browser: string, key: string): { suggested_key?: { default: string } } =>
  browser === 'firefox' ? { suggested_key: { default: key } } : {};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // `npm run zip` makes one of its own, with all that builds for both browsers need.
  zip: { zipSources: false },
  // The worker compares this with what it has stored, so that it need not read the pack at every start.
  vite: () => ({
    plugins: [wordsAlone, withoutLogger],
    // Chrome injects no script with a character like U+FFFF in it; escaped, and zipped, the code is no longer.
    build: {
      rolldownOptions: {
        output: { charset: 'ascii' },
        treeshake: {
          // Our modules do nothing by being loaded, but for the words; the tables of TeX are made when they are.
          moduleSideEffects: [
            { test: /unicode2latex|\/(?:lib|components)\/(?!i18n\/english)[^?]*\.tsx?$/u, sideEffects: false },
          ],
        },
      },
      license: { fileName: listFile },
    },
    define: { BUNDLED_PACK: JSON.stringify({ id: bundledPack.id, version: bundledPack.version }) },
    resolve: {
      alias: [
        // WXT's own context shows itself to pages: see there.
        {
          find: 'wxt/utils/content-script-context',
          replacement: resolve(import.meta.dirname, 'lib/page/content-script-context.ts'),
        },
        // Its main file is written for browsers of 2015, a sixth larger.
        { find: /^dexie$/u, replacement: 'dexie/dist/modern/dexie.mjs' },
      ],
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    short_name: '__MSG_extShortName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // `alarms` and `offscreen` only for imports of catalog packs: docs/browsers.md
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // Asked for with the switch of backups.
    optional_permissions: ['downloads'],
    host_permissions: installPatterns(),
    optional_host_permissions: [...optionalPatterns],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
      'next-mark': { suggested_key: { default: 'Alt+B' }, description: '__MSG_extNextMark__' },
      // The key left of B. Alt+Shift+B is Chrome's own (bookmarks bar): it would leave the command without a key.
      'previous-mark': { suggested_key: { default: 'Alt+V' }, description: '__MSG_extPreviousMark__' },
      'save-paper': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_extSavePaper__' },
      // Chrome takes four suggestions; the reader gives these keys of their own.
      'next-citation': { description: '__MSG_extNextCitation__', ...suggested(browser, 'Alt+Shift+N') },
      'previous-citation': { description: '__MSG_extPreviousCitation__', ...suggested(browser, 'Alt+Shift+P') },
      'open-card': { description: '__MSG_extOpenCard__' },
      'open-list': { description: '__MSG_extOpenList__' },
    },
    // Why these versions: docs/browsers.md
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{5b0f6e0c-9a3d-4f7e-8c55-2a1f0d6b7e43}',
              strict_min_version: '140.0',
              // Asked for when the reader chooses fields: which ones is then known to arXiv.
              data_collection_permissions: { required: ['none'], optional: ['technicalAndInteraction'] },
            },
          },
        }
      : { minimum_chrome_version: '123', storage: { managed_schema: schemaFile } }),
  }),
  hooks: {
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.type === 'content-script' && entrypoint.name === 'detector')
          entrypoint.options.matches = installPatterns();
    },
    'build:publicAssets': (wxt, files) => {
      if (wxt.config.browser !== 'firefox') files.push({ relativeDest: schemaFile, contents: managedSchema() });
      const made = resolve(import.meta.dirname, '.wxt/bundled.byline');
      mkdirSync(dirname(made), { recursive: true });
      writeFileSync(made, bundledPack.file);
      files.push({ relativeDest: 'packs/bundled.byline', absoluteSrc: made });
      files.push({ relativeDest: 'LICENSE.txt', absoluteSrc: resolve(import.meta.dirname, 'LICENSE') });
    },
    'build:done': (wxt, output) => {
      writeNotices(wxt.config.outDir, import.meta.dirname, output.steps);
      for (const step of output.steps) step.chunks = step.chunks.filter(({ fileName }) => fileName !== listFile);
      output.publicAssets.push({ type: 'asset', fileName: noticesFile });
    },
    // A page could see which extension is there by its web-accessible resources, so there are none.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.web_accessible_resources !== undefined)
        throw new Error('The manifest must hold no web_accessible_resources.');
    },
  },
});
