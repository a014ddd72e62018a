// The forms in which papers are copied, and what could not be copied, to be copied by hand.
import { useEffect, useRef } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { citeForms, type CiteForm } from '../../lib/settings/cite-forms.ts';
import { formName, type Citing } from './use-citing.ts';

export function CiteChoice({ citing, onChoose }: { citing: Citing; onChoose: (form: CiteForm) => void }) {
  return (
    <>
      <div className="b-cite-forms" role="group" aria-label={t('citeAs')}>
        <span aria-hidden="true">{t('citeAs')}</span>
        {citeForms.map((form) => (
          <button
            type="button"
            key={form}
            className="b-link"
            aria-pressed={citing.form === form}
            onClick={() => onChoose(form)}
          >
            {formName(form)}
          </button>
        ))}
      </div>
      {citing.byHand !== null && <ByHand key={citing.byHand} text={citing.byHand} />}
    </>
  );
}

function ByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label className="b-by-hand">
      {t('cardCiteByHand')}
      <textarea ref={field} readOnly rows={6} dir="ltr" value={text} spellCheck={false} />
    </label>
  );
}
