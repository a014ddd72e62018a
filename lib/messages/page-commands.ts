// Orders from the worker to page scripts. On the wire: `{ name, request }`, answered by the plain answer of
// `pageOrders` (no `{ ok }` round it: a page script that can't answer does not answer at all).
import { browser } from '../browser/browser.ts';
import { pageOrders, type Order, type OrderAnswer, type OrderName } from './contract.ts';

/** Sends one order to a tab's page script. Null where no page script runs or its answer does not parse. */
export async function order<N extends OrderName>(
  tab: number,
  name: N,
  request: Order<N>,
): Promise<OrderAnswer<N> | null> {
  try {
    const reply: unknown = await browser.tabs.sendMessage(tab, { name, request }, { frameId: 0 });
    const parsed = pageOrders[name].answer.safeParse(reply);
    // The name chose the schema, which TypeScript can't follow through the union.
    return parsed.success ? (parsed.data as OrderAnswer<N>) : null;
  } catch {
    // No page script in that tab: the usual case for most tabs.
    return null;
  }
}

/** Sends one order to every tab where a page script may run. */
export async function orderAll<N extends OrderName>(name: N, request: Order<N>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [order(id, name, request)])));
}
