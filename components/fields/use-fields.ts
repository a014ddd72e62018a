// The chosen fields as the worker knows them: read again when something changed, and while one is fetched.
import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from '../../lib/browser/browser.ts';
import { asksForDataSent, DATA_SENT } from '../../lib/browser/data-collection.ts';
import { HARVEST_ORIGINS } from '../../lib/harvest/address.ts';
import type { FieldsStatus } from '../../lib/harvest/views.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import { hearChanges } from '../../lib/packs/importer-channel.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { useAllowed } from '../ui/use-allowed.ts';

/** Milliseconds between two looks: while arXiv is asked, and while not. */
const [BUSY, IDLE] = [2_000, 30_000];
/** Milliseconds in which a removal can be undone. */
const UNDO_MS = 8_000;

export interface FieldsState {
  status: FieldsStatus | null;
  problem: string | null;
  /** Sets that are to be removed in a moment. */
  removing: readonly string[];
  /** Changes something; what it asks for must be begun in the click itself. Answers whether it was done. */
  change: (work: () => Promise<FieldsStatus>) => Promise<boolean>;
  /** The browser's own question, where one is needed; inside of a click. */
  allow: () => Promise<boolean>;
  remove: (set: string) => void;
  undo: () => void;
}

export function useFields(): FieldsState {
  const [status, setStatus] = useState<FieldsStatus | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [removing, setRemoving] = useState<readonly string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<readonly string[]>([]);
  const allowed = useAllowed(HARVEST_ORIGINS);

  const look = useCallback(async (): Promise<void> => {
    try {
      setStatus(await ask('fields.status', {}));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  }, []);
  useEffect(() => {
    void look();
    return hearChanges(() => void look());
  }, [look]);
  const isBusy = status?.state === 'working';
  useEffect(() => {
    const each = setInterval(() => void look(), isBusy ? BUSY : IDLE);
    return () => clearInterval(each);
  }, [isBusy, look]);

  const change = useCallback(async (work: () => Promise<FieldsStatus>): Promise<boolean> => {
    try {
      setStatus(await work());
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(sentenceOf(error));
      return false;
    }
  }, []);

  const allow = useCallback(async (): Promise<boolean> => {
    const origins = HARVEST_ORIGINS.filter((origin) => allowed?.has(origin) !== true);
    const asksForData = asksForDataSent();
    if (origins.length === 0 && !asksForData) return true;
    // Nothing may come between the click and this question. What is allowed already is not asked again.
    const yes = await browser.permissions.request({
      ...(origins.length > 0 ? { origins } : {}),
      ...(asksForData ? { data_collection: [DATA_SENT] } : {}),
    });
    if (!yes) setProblem(t('fieldsNotAllowed'));
    return yes;
  }, [allowed]);

  const removeNow = useCallback((): void => {
    clearTimeout(timer.current);
    const sets = pending.current;
    pending.current = [];
    setRemoving([]);
    if (sets.length > 0) void change(() => ask('fields.remove', { sets: [...sets] }));
  }, [change]);
  const remove = useCallback(
    (set: string): void => {
      pending.current = [...pending.current, set];
      setRemoving(pending.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(removeNow, UNDO_MS);
    },
    [removeNow],
  );
  const undo = useCallback((): void => {
    clearTimeout(timer.current);
    pending.current = [];
    setRemoving([]);
  }, []);
  useEffect(() => {
    // A page that is closed has said its last word.
    addEventListener('pagehide', removeNow);
    return () => {
      removeEventListener('pagehide', removeNow);
      removeNow();
    };
  }, [removeNow]);

  return { status, problem, removing, change, allow, remove, undo };
}
