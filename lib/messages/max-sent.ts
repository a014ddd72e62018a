/** Papers that go to Zotero at once: it writes each before it answers. */
export const MAX_SENT_AT_ONCE = 50;
