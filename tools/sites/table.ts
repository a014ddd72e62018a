// The proofs as a table for a reader, and as JSON for a program. Pure.
import type { FieldName } from '../../lib/sites/adapter.ts';
import { FieldName as fieldNames } from '../../lib/sites/adapter.ts';
import type { FoundField, Proof, Without } from './prove.ts';

const order = fieldNames.options;

/** "title meta+site, authors meta": the sources of each field, the one of most pages first. */
function words(fields: readonly FoundField[]): string {
  const sources = (name: FieldName): string =>
    fields
      .filter(({ field }) => field === name)
      .toSorted((a, b) => b.pages - a.pages)
      .map(({ source }) => source)
      .join('+');
  return order.flatMap((name) => (sources(name) === '' ? [] : [`${name} ${sources(name)}`])).join(', ');
}

const layout = ({ confirmed, hosts }: Proof): string =>
  hosts.length === 0 ? 'no layout' : confirmed ? 'layout confirmed' : 'layout unconfirmed';
const isOk = ({ problems }: Proof): boolean => problems.length === 0;

function lines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (/^\d*$/u.test(cell) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const kept = ({ pages, kept: still, told, fields }: Without): string =>
  `${still}/${pages} pages${told > 0 ? `, ${told} told as missing` : ''}${fields.length > 0 ? `: ${words(fields)}` : ''}`;

/** Everything that `npm run sites` prints, but the last line. */
export function table(proofs: readonly Proof[]): string {
  const sites = lines([
    ['  site', 'layout', 'pages', 'own', 'rows', 'fields and where they are from'],
    ...proofs.map((proof) => [
      `${isOk(proof) ? '✓' : '✗'} ${proof.name}`,
      layout(proof),
      String(proof.pages),
      String(proof.own),
      String(proof.rows),
      words(proof.fields),
    ]),
  ]);
  const fallbacks = proofs.flatMap(({ name, without }) =>
    without === null || without.meta.pages === 0
      ? []
      : [
          [`  ${name}`, 'without meta tags', kept(without.meta)],
          ['', 'without selectors', kept(without.selectors)],
        ],
  );
  const wrong = proofs.flatMap(({ name, problems }) => problems.map((problem) => `✗ ${name}: ${problem}`));
  return [
    ...sites,
    ...(fallbacks.length === 0 ? [] : ['', 'Where one source is gone, the next takes over:', ...lines(fallbacks)]),
    ...(wrong.length === 0 ? [] : ['', ...wrong]),
  ].join('\n');
}

/** What `--json` writes. */
export const asJson = (proofs: readonly Proof[]): string =>
  `${JSON.stringify(
    {
      sites: proofs.map((proof) => ({
        name: proof.name,
        hosts: proof.hosts,
        confirmed: proof.confirmed,
        pages: proof.pages,
        fields: proof.fields,
        ok: isOk(proof),
      })),
    },
    null,
    2,
  )}\n`;
