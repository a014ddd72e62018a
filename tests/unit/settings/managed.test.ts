import { fake } from '../../fixtures/fake-browser.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { getManaged } from '../../../lib/settings/managed.ts';
import { readManaged } from '../../../lib/settings/policy.ts';
import { defaults, Settings } from '../../../lib/settings/schema.ts';
import { changeSettings, getSettings, withSite } from '../../../lib/settings/store.ts';

const nothing = { fixed: {}, sitesOff: [], network: true };

beforeEach(() => fake.reset());

describe('an institution’s policy', () => {
  it.each([
    ['none', null, nothing],
    ['no object', 'off', nothing],
    [
      'all of it',
      { hover: 'click', delay: 300, modifier: 'shift' },
      { ...nothing, fixed: { hover: 'click', delay: 300, modifier: 'shift' } },
    ],
    ['what is damaged is left out alone', { hover: 'never', delay: 300 }, { ...nothing, fixed: { delay: 300 } }],
    ['a delay beyond its limits', { delay: 5 }, nothing],
    [
      'hosts as somebody types them',
      { sitesOff: [' ArXiv.org', 'arxiv.org', 'https://x.org/', 7, ''] },
      { ...nothing, sitesOff: ['arxiv.org'] },
    ],
    ['the network switched off', { network: false }, { ...nothing, network: false }],
    ['a word about the network that nobody can read', { network: 'no' }, { ...nothing, network: false }],
    ['the network allowed', { network: true }, nothing],
  ])('%s', (_, policy, read) => {
    expect(readManaged(policy)).toEqual(read);
  });

  it('settings are whole, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ hover: fc.anything(), delay: fc.anything(), sitesOff: fc.anything() })),
        (policy) => Settings.safeParse({ ...defaults, ...readManaged(policy).fixed }).success,
      ),
    );
  });

  it('wins over what the reader set, which comes back when it is gone', async () => {
    await changeSettings((settings) => withSite({ ...settings, hover: 'modifier' }, 'openreview.net', false));
    await getManaged();
    fake.setPolicy({ hover: 'click', sitesOff: ['arxiv.org'] });
    expect(await getSettings()).toEqual({ ...defaults, hover: 'click', sitesOff: ['arxiv.org', 'openreview.net'] });

    // What the reader changes meanwhile is the reader's own; the policy is not written down as that.
    const changed = await changeSettings((settings) => ({ ...settings, delay: 700 }));
    expect(changed).toMatchObject({ hover: 'click', delay: 700 });
    fake.setPolicy(null);
    expect(await getSettings()).toEqual({ ...defaults, hover: 'modifier', delay: 700, sitesOff: ['openreview.net'] });
  });
});
