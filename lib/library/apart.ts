// Pairs of entries that the reader said are two papers, so that nobody asks again. Nothing is lost with them.
import * as z from 'zod/mini';
import { browser } from '../browser/browser.ts';

const KEY = 'list-apart';
/** Maximum pairs kept; the newest. */
const MAX_KEPT = 2000;
const Pairs = z.array(z.string().check(z.maxLength(1000)));

/** Two ids with a space between, in the order of their letters. */
export async function readApart(): Promise<ReadonlySet<string>> {
  const { [KEY]: value } = await browser.storage.local.get(KEY);
  return new Set(Pairs.safeParse(value).data ?? []);
}

/** Answers all pairs. */
export async function addApart(pair: string): Promise<ReadonlySet<string>> {
  const pairs = [...(await readApart()), pair].slice(-MAX_KEPT);
  await browser.storage.local.set({ [KEY]: pairs });
  return new Set(pairs);
}
