// What goes to stores with a build: notices, the schema of policies, what reviewers read.
import { describe, expect, it } from 'vitest';
import { Policy } from '../../../lib/settings/policy.ts';
import { forReviewers } from '../../../tools/source-files.ts';
import { hostList, withList } from '../../../tools/documents.ts';
import { managedSchema } from '../../../tools/managed-schema.ts';
import { noticeProblems } from '../../../tools/check-notices.ts';
import { noticesOf } from '../../../tools/notices.ts';
import { permissionProblems, sourceProblems } from '../../../tools/check-stores.ts';

describe('notices', () => {
  const fine = { name: 'fine', version: '1.0.0', identifier: 'MIT', text: 'Copyright (c) 2020 A. Author' };

  it('hold each package with its own text, or the one that we supply', () => {
    const { text, problems } = noticesOf(
      [fine, { name: 'saxes', version: '6.0.0', identifier: 'ISC' }],
      [{ path: 'fine/a.js', source: '/* Copyright (c) 2020 A. Author */' }],
      'the MIT text',
    );
    expect(problems).toEqual([]);
    expect(text).toContain(
      'fine 1.0.0 (MIT)\nhttps://www.npmjs.com/package/fine/v/1.0.0\n\nCopyright (c) 2020 A. Author',
    );
    expect(text).toMatch(/saxes 6\.0\.0 \(ISC\)[^]+Isaac Z\. Schlueter[^]+the MIT text/u);
  });

  it.each([
    ['a package without a text', { ...fine, text: undefined }, '', /fine is bundled and brings no licence text/u],
    ['a licence that nobody looked at', { ...fine, identifier: 'GPL-3.0' }, '', /\(GPL-3\.0\) fits/u],
    ['another author within a package', fine, '// Copyright 2019 B. Else', /says “Copyright 2019 B\. Else”/u],
    ['a tag that names another author', fine, '/** @copyright B. Else\n */', /says “B\. Else”/u],
  ])('say of %s', (_, { text, ...one }, source, says) => {
    const bundled = text === undefined ? one : { ...one, text };
    expect(noticesOf([bundled], [{ path: 'a.js', source }], '').problems).toEqual([expect.stringMatching(says)]);
  });

  it('name all that we say ships', () => {
    expect(noticeProblems(['a', '@b/c'], 'a 1.0 (MIT)\n@b/c 2.0 (MIT)', '| a, x | why |\n| @b/c | why |')).toEqual([]);
    expect(noticeProblems(['c'], 'a 1.0 (MIT)', '| a | why |')).toHaveLength(2);
  });
});

describe('the schema of managed settings', () => {
  it('is of what Chrome reads: a type for each field, and no more than values and limits', () => {
    const { properties, ...rest } = JSON.parse(managedSchema()) as {
      properties: Record<string, Record<string, unknown>>;
    };
    expect(rest).toEqual({ type: 'object' });
    expect(Object.keys(properties).toSorted()).toEqual(Object.keys(Policy.shape).toSorted());
    const known = new Set(['description', 'type', 'enum', 'items', 'minimum', 'maximum']);
    for (const field of Object.values(properties)) {
      expect(field['type']).toEqual(expect.any(String));
      expect(Object.keys(field).filter((key) => !known.has(key))).toEqual([]);
    }
    expect(properties['hover']?.['enum']).toEqual(['rest', 'modifier', 'click']);
  });
});

describe('what reviewers are told', () => {
  const page =
    '## Permissions\n\n| permission | why |\n| --- | --- |\n| `storage` | a |\n| `alarms` (Chrome) | b |\n\nMore';

  it('has each permission and no other', () => {
    expect(permissionProblems(['storage', 'alarms', 'storage'], page)).toEqual([]);
    expect(permissionProblems(['storage', 'tabs'], page)).toEqual([
      expect.stringContaining('lacks the permission tabs'),
      expect.stringContaining('explains alarms'),
    ]);
  });

  it('can be built from the sources that they get', () => {
    const files = ['tests/a.test.ts', 'lib/a.ts', '.ci/run', 'package.json', 'docs/picture.png', 'docs/stores.md'];
    expect(forReviewers(files)).toEqual(['docs/stores.md', 'lib/a.ts', 'package.json']);
    expect(sourceProblems(['lib/a.ts', 'lib/b.ts'], files)).toEqual([expect.stringContaining('lacks lib/b.ts')]);
  });

  it('has the list of hosts, and a list that is rebuilt stays what it is', () => {
    const list = hostList(['https://arxiv.org/*', 'https://a.example/*'], ['https://b.example/*']);
    expect(list).toMatch(/^At install, 2 patterns:[^]+a\.example[^]+arxiv\.org[^]+Offered, 1 [^]+b\.example/u);
    const written = withList('a\n<!-- hosts: npm run documents -->\n<!-- /hosts -->\nb', 'hosts', list);
    expect(withList(written, 'hosts', list)).toBe(written);
    expect(() => withList(written, 'people', list)).toThrow('lacks the lines');
  });
});
