// Every failure has words, and they name what they are given.
import { describe, expect, it } from 'vitest';
import { failureCodes, placeCodes, rowCodes } from '../../../lib/failures/failure.ts';
import { failureText, placeText, rowFailureText } from '../../../lib/i18n/failures.ts';

const given = ['ALPHA', 'BETA', 'GAMMA'];
const worded = [
  ...failureCodes.map((code) => [code, failureText({ code, args: given })] as const),
  ...rowCodes.map((code) => [code, rowFailureText({ code, args: given })] as const),
  ...placeCodes.map((code) => [code, placeText({ code, args: given })] as const),
];

describe('words for failures', () => {
  it.each(worded)('%s: is words of a language and no key', (_, text) => {
    expect(text).toMatch(/^\S.* .*\S$/u);
    expect(text).not.toMatch(/\$\d/u);
  });

  it.each([...failureCodes, ...rowCodes].filter((code) => code !== 'address-insecure'))(
    '%s: ends as a sentence',
    (code) => {
      const text = worded.find(([other]) => other === code)?.[1];
      expect(text).toMatch(/(?:\.|GAMMA)$/u);
    },
  );

  it('names the file, where in it, and why', () => {
    const place = { code: 'line' as const, args: [12_345] };
    expect(failureText({ code: 'file-long-row', args: ['dump.json', place] })).toContain('dump.json');
    expect(failureText({ code: 'file-long-row', args: ['dump.json', place] })).toContain('line 12345');
    const reason = { code: 'unreadable' as const, args: ['XML'] };
    const text = failureText({ code: 'file-no-usable-papers', args: ['dblp.xml', place, reason] });
    expect(text).toContain('line 12345: It can’t be read as XML.');
  });
});
