import { fake } from '../../fixtures/fake-browser.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryFiles } from '../../fixtures/memory-files.ts';
import { keepSecondCopy, useSecondCopies } from '../../../lib/browser/second-copy.ts';
import { defaults, Settings } from '../../../lib/settings/schema.ts';
import {
  changeSettings,
  dismissSettingsNotice,
  getSettings,
  hostOf,
  readSettings,
  settingsBroughtBack,
  withSite,
} from '../../../lib/settings/store.ts';

beforeEach(() => fake.reset());
afterEach(() => useSecondCopies(null));

describe('settings', () => {
  it('start as the defaults', async () => {
    expect(await getSettings()).toEqual(defaults);
  });

  it.each([
    [
      { hover: 'click', delay: 'soon' },
      { ...defaults, hover: 'click' },
    ],
    [{ delay: 5 }, defaults],
    [
      { sitesOff: ['arxiv.org'], colour: 'red' },
      { ...defaults, sitesOff: ['arxiv.org'] },
    ],
    [{ sitesOff: [7] }, defaults],
    ['broken', defaults],
    [null, defaults],
  ])('what is damaged falls back alone: %j', (stored, settings) => {
    expect(readSettings(stored)).toEqual(settings);
  });

  it('whatever is stored, settings are whole', () => {
    fc.assert(fc.property(fc.anything(), (stored) => Settings.safeParse(readSettings(stored)).success));
  });

  it('changes at the same time do not undo each other', async () => {
    await Promise.all([
      changeSettings((settings) => withSite(settings, 'arxiv.org', false)),
      changeSettings((settings) => withSite(settings, 'openreview.net', false)),
      changeSettings((settings) => ({ ...settings, hover: 'click' })),
    ]);
    expect(await getSettings()).toEqual({ ...defaults, hover: 'click', sitesOff: ['arxiv.org', 'openreview.net'] });
  });

  it('a write that fails is told, and the next one works', async () => {
    fake.storageFault = new Error('disk full');
    await expect(changeSettings((settings) => ({ ...settings, hover: 'click' }))).rejects.toThrow('disk full');
    fake.storageFault = null;
    expect((await changeSettings((settings) => ({ ...settings, delay: 300 }))).hover).toBe('rest');
  });

  it('that the browser lost come back by themselves, and that is told until it was seen', async () => {
    useSecondCopies(memoryFiles());
    expect(await getSettings()).toEqual(defaults);
    expect(await settingsBroughtBack()).toBe(false);
    await changeSettings((settings) => withSite({ ...settings, hover: 'click' }, 'arxiv.org', false));
    const set = await getSettings();
    fake.stored.clear();
    // Several pages ask at once, and one of them changes something.
    const [one, other, changed] = await Promise.all([
      getSettings(),
      getSettings(),
      changeSettings((settings) => ({ ...settings, delay: 900 })),
    ]);
    expect([one.hover, other.sitesOff]).toEqual(['click', ['arxiv.org']]);
    expect(changed).toEqual({ ...set, delay: 900 });
    expect(await getSettings()).toEqual({ ...set, delay: 900 });
    expect(await settingsBroughtBack()).toBe(true);
    await dismissSettingsNotice();
    expect(await settingsBroughtBack()).toBe(false);
    expect(await getSettings()).toEqual({ ...set, delay: 900 });
  });

  it('hold though their second copy is damaged or can’t be written', async () => {
    const files = memoryFiles();
    useSecondCopies(files);
    await keepSecondCopy('settings', 'x');
    files.held.set('settings.json', '{"hover":');
    expect(await getSettings()).toEqual(defaults);
    files.refuse('write', new Error('disk full'));
    expect((await changeSettings((settings) => ({ ...settings, hover: 'click' }))).hover).toBe('click');
  });

  it('a site is switched off once and on again', () => {
    const off = withSite(withSite(defaults, 'arxiv.org', false), 'arxiv.org', false);
    expect(off.sitesOff).toEqual(['arxiv.org']);
    expect(withSite(off, 'arxiv.org', true).sitesOff).toEqual([]);
  });

  it.each([
    ['https://arxiv.org/abs/1', 'arxiv.org'],
    ['not an address', ''],
    ['', ''],
  ])('host of %s', (address, host) => expect(hostOf(address)).toBe(host));
});
