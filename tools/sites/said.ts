// What a page says, as it comes out of the browser.
import * as z from 'zod/mini';
import { Block, BlocksRequest, PageMetadata, RowFields } from '../../lib/messages/page-protocol.ts';

const Reading = z.object({ meta: BlocksRequest.shape.meta, page: PageMetadata, rows: z.array(RowFields) });
export type Reading = z.infer<typeof Reading>;

export const ReadThrice = z.object({
  asIs: Reading,
  blocks: z.array(Block),
  /** The page's layout changed: none of the adapter's selectors finds anything. */
  noSelectors: Reading,
  /** The page has no meta tags. */
  noMeta: Reading,
});
export type ReadThrice = z.infer<typeof ReadThrice>;
