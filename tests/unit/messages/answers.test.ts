// Answers of the worker against the contract: tests and development builds parse them.
import { fake } from '../../fixtures/fake-browser.ts';
import { expect, it, vi } from 'vitest';
import { answer, type Handlers } from '../../../lib/messages/server.ts';

const popup = { id: 'byline', url: `${fake.origin}popup.html` };

it.each([
  ['lack what the contract names', {}],
  ['hold more than the contract names', { shown: true, address: 'https://example.org/' }],
  ['are of another kind', null],
])('answers that %s fail in tests', async (_, wrong) => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const faulty = { 'popup.show': async () => wrong } as unknown as Handlers;
  const reply = await answer({ name: 'popup.show', request: { tab: 7, id: 'arxiv:2002.07028' } }, popup, faulty);
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});
