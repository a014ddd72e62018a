// Chromium now and then gives an extension's page no words at all; the interface stands all the same.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { count, language, speakFrom, t } from '../../../lib/i18n/i18n.ts';
import '../../../lib/i18n/english.ts';

// Other tests may have read the words from their file.
beforeEach(() => speakFrom(null));
afterEach(() => {
  vi.unstubAllGlobals();
});

it('speaks English where the browser has no words, and knows that it does', () => {
  // As in a page: no Node around, and a browser that answers nothing.
  vi.stubGlobal('process', undefined);
  vi.stubGlobal('chrome', { i18n: { getMessage: () => '' } });
  const said = [t('popupThisPage', 3), count('cardTitles', 2), language()];
  vi.unstubAllGlobals();
  expect(said).toEqual(['On this page · 3', '2 titles', 'en']);
});

it('leaves the word to the browser where it has one', () => {
  vi.stubGlobal('process', undefined);
  vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => (key === 'popupSearch' ? 'Suchen' : '') } });
  const said = t('popupSearch');
  vi.unstubAllGlobals();
  expect(said).toBe('Suchen');
});
