// The schema of the institution's policy as Chrome wants it (`storage.managed_schema`), made of the one that reads it.
import * as z from 'zod/mini';
import { Policy } from '../lib/settings/policy.ts';

/** Where it is in the Chrome build. */
export const schemaFile = 'managed-schema.json';

/** What the browser's list of policies says of each field. */
const descriptions: Readonly<Record<keyof typeof Policy.shape, string>> = {
  hover: 'How a card opens: when the pointer rests on a title, when it rests with a key held, or only at a click.',
  delay: 'Milliseconds from the pointer’s rest to the card.',
  modifier: 'The key to hold where hover is "modifier".',
  sitesOff: 'Hosts where Byline never runs, such as "intranet.example.org".',
  network: 'Whether Byline may ask the network for anything. False: catalog packs come as files only.',
};

/** As JSON text. Chrome reads a part of JSON Schema only: types, values, limits. */
export function managedSchema(): string {
  const { properties = {} } = z.toJSONSchema(Policy, { io: 'input' });
  const described = Object.fromEntries(
    Object.entries(descriptions).map(([name, description]) => {
      const field = properties[name];
      if (typeof field !== 'object') throw new Error(`The policy has no field ${name}.`);
      return [name, { description, ...field }];
    }),
  );
  return `${JSON.stringify({ type: 'object', properties: described }, null, 2)}\n`;
}
