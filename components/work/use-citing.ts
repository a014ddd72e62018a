// Copies papers in a form; where the browser does not allow it, the text is to be shown and copied by hand.
import { useEffect, useState } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import type { ask as askWorker } from '../../lib/messages/client.ts';
import type { CiteForm } from '../../lib/settings/cite-forms.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { copyCited } from './copy-cited.ts';

/** How long it says what was copied, in milliseconds. */
const saidFor = 4000;

const names: Readonly<Partial<Record<CiteForm, string>>> = {
  bibtex: 'BibTeX',
  apa: 'APA',
  mla: 'MLA',
  chicago: 'Chicago',
  ieee: 'IEEE',
  acm: 'ACM',
  nature: 'Nature',
};
export const formName = (form: CiteForm): string => names[form] ?? t(form === 'markdown' ? 'citeMarkdown' : 'citeLink');

export interface Citing {
  /** Copied last, or shown. */
  form: CiteForm | null;
  /** '' when it has been said long enough. */
  said: string;
  /** What could not be copied. */
  byHand: string | null;
  problem: string | null;
  /** @param as null: in the form that was chosen last */
  copy: (ids: readonly string[], as: CiteForm | null) => void;
}

export function useCiting(ask: typeof askWorker, onShown: (isByHand: boolean) => void = () => undefined): Citing {
  const [form, setForm] = useState<CiteForm | null>(null);
  const [said, setSaid] = useState('');
  const [byHand, setByHand] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), saidFor);
    return () => clearTimeout(timer);
  }, [said]);
  const run = async (ids: readonly string[], as: CiteForm | null): Promise<void> => {
    setProblem(null);
    try {
      const answer = await ask('papers.cite', { ids: [...ids], as, remembered: as !== null });
      setForm(answer.as);
      await copyCited(answer).then(
        () => {
          setByHand(null);
          setSaid(t('citeCopied', formName(answer.as)));
          onShown(false);
        },
        () => {
          setSaid('');
          setByHand(answer.text);
          onShown(true);
        },
      );
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return { form, said, byHand, problem, copy: (ids, as) => void run(ids, as) };
}
