import { describe, expect, it } from 'vitest';
import { arrowsOf, diagram, diagramProblems, pairProblems } from '../../../tools/check-arrows.ts';
import { importsOf, type SourceFile } from '../../../tools/imports.ts';

/** Files as `path: source`; an import leads to any of them. */
const project = (sources: Record<string, string>): SourceFile[] =>
  Object.entries(sources).map(([path, text]) => ({
    path,
    imports: importsOf(path, text, (target) => Object.hasOwn(sources, target)),
  }));

const bad: { name: string; files: Record<string, string>; says: RegExp }[] = [
  {
    name: 'lib that imports an entrypoint',
    files: { 'lib/match/find-mentions.ts': "import { x } from '../../entrypoints/popup/main.ts';" },
    says: /lib\/match\/find-mentions\.ts:1 imports entrypoints\/popup\/main\.ts: nothing imports entrypoints/,
  },
  {
    name: 'lib that imports a component',
    files: { 'lib/related/rank.ts': "import { Card } from '../../components/card/Card.tsx';" },
    says: /lib knows no interface/,
  },
  {
    name: 'text that imports anything of ours, a type included',
    files: { 'lib/text/fold.ts': "import type { Paper } from '../paper/schema.ts';" },
    says: /text imports nothing of ours/,
  },
  {
    name: 'a site that imports the catalog',
    files: { 'lib/sites/arxiv.ts': "\n\nexport { titleOf } from '../catalog/schema.ts';" },
    says: /lib\/sites\/arxiv\.ts:3 .*never imports the catalog/,
  },
  {
    name: 'the library that imports packs, by the alias',
    files: { 'lib/library/entries.ts': "const packs = await import('@/lib/packs/import.ts');" },
    says: /must not depend on them/,
  },
  {
    name: 'an importer of Temml outside of its home',
    files: { 'components/ui/Button.tsx': "import temml from 'temml';" },
    says: /only lib\/text may import/,
  },
  {
    name: 'a page script that reaches Zod through another file',
    files: {
      'entrypoints/detector.content/index.ts': "import { begin } from '../../lib/page/read/walk.ts';",
      'lib/page/read/walk.ts': "import { Block } from '../../messages/page-protocol.ts';",
      'lib/messages/page-protocol.ts': "import * as z from 'zod/mini';",
    },
    says: /The page script loads zod: .*index\.ts -> lib\/page\/read\/walk\.ts -> lib\/messages\/page-protocol\.ts -> zod/,
  },
  {
    name: 'a file in no known folder',
    files: { 'lib/misc/things.ts': '' },
    says: /is in no known folder/,
  },
];

describe('the import arrows', () => {
  it.each(bad)('refuses $name', ({ files, says }) => {
    const problems = arrowsOf(project(files));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });

  it('lets the allowed arrows pass, and types that leave nothing at run time', () => {
    const files = project({
      'entrypoints/detector.content/index.ts': "import type { Block } from '../../lib/messages/page-protocol.ts';",
      'entrypoints/popup/main.tsx': "import { Row } from '../../components/card/Row.tsx'; import 'react-dom/client';",
      'components/card/Row.tsx': "import { t } from '../../lib/i18n/i18n.ts'; import { useState } from 'react';",
      'lib/i18n/i18n.ts': '',
      'lib/messages/page-protocol.ts': "import * as z from 'zod/mini'; import { PaperId } from '../paper/schema.ts';",
      'lib/paper/schema.ts': "import { fold } from '../text/fold.ts';",
      'lib/text/fold.ts': '',
    });
    expect(arrowsOf(files)).toEqual([]);
  });

  it('refuses two folders that import each other', () => {
    expect(pairProblems({ 'lib/a': ['lib/b', 'lib/c'], 'lib/b': ['lib/a'], 'lib/c': [] })).toEqual([
      'lib/a and lib/b import each other. Move what they share to a folder below both.',
    ]);
  });

  it('refuses a document that shows other arrows', () => {
    expect(diagramProblems(`before\n${diagram()}\nafter`)).toEqual([]);
    expect(diagramProblems(diagram().replace('→', '←'))).toHaveLength(1);
  });
});
