// The settings, read once and written at each change. What is shown changes at once and goes back where it could not
// be written.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { Answer, Request } from '../../lib/messages/contract.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { sentenceOf } from '../ui/sentence.ts';

export type Managed = Answer<'settings.managed'>;

export interface SettingsState {
  settings: Settings | null;
  /** What the institution's policy holds fast. */
  managed: Managed;
  problem: string | null;
  /** Counts the writes that were acknowledged. */
  saved: number;
  change: (part: Request<'settings.set'>) => void;
  switchSite: (host: string, on: boolean) => void;
}

export function useSettings(): SettingsState {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [managed, setManaged] = useState<Managed>({ fixed: [], sitesOff: [], network: true });
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(0);
  // Of several writes under way only the newest says what is shown: a slider writes at each step.
  const newest = useRef(0);

  useEffect(() => {
    // What is locked is known before anything is shown.
    ask('settings.managed', {})
      .then(setManaged)
      .then(() => ask('settings.get', {}))
      .then(setSettings)
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  }, []);

  const write = useCallback(async (wanted: (before: Settings) => Settings, send: () => Promise<Settings>) => {
    newest.current += 1;
    const mine = newest.current;
    setSettings((before) => (before === null ? before : wanted(before)));
    try {
      const stored = await send();
      if (mine !== newest.current) return;
      setSettings(stored);
      setProblem(null);
      setSaved((before) => before + 1);
    } catch (error) {
      setProblem(sentenceOf(error));
      const stored = await ask('settings.get', {}).catch(() => null);
      if (stored !== null && mine === newest.current) setSettings(stored);
    }
  }, []);

  const change = useCallback(
    (part: Request<'settings.set'>) =>
      void write(
        // Fields that were left out come as absent, never as undefined, from this page.
        (before) => ({ ...before, ...part }) as Settings,
        () => ask('settings.set', part),
      ),
    [write],
  );
  const switchSite = useCallback(
    (host: string, on: boolean) =>
      void write(
        (before) => {
          const others = before.sitesOff.filter((site) => site !== host);
          return { ...before, sitesOff: on ? others : [...others, host].toSorted() };
        },
        () => ask('site.switch', { host, on }),
      ),
    [write],
  );
  return { settings, managed, problem, saved, change, switchSite };
}
