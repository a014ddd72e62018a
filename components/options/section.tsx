// A part of the options page: its heading, a line on what it is for, and a quiet word when something was saved.
import { useEffect, useState, type JSX, type ReactNode } from 'react';
import { t } from '../../lib/i18n/i18n.ts';

export function Section(props: {
  id: string;
  title: string;
  why?: string;
  /** Counts up with each acknowledged write. */
  saved?: number;
  children: ReactNode;
}): JSX.Element {
  return (
    <section aria-labelledby={props.id} className="section">
      <div className="section-head">
        {/* So that a link to the part moves the focus there. */}
        <h2 id={props.id} tabIndex={-1}>
          {props.title}
        </h2>
        <Saved count={props.saved ?? 0} />
      </div>
      {props.why !== undefined && <p className="why">{props.why}</p>}
      {props.children}
    </section>
  );
}

/** Milliseconds that the word stays. */
const STAY = 2500;

function Saved({ count }: { count: number }): JSX.Element {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setShown(count), STAY);
    return () => clearTimeout(timer);
  }, [count]);
  return <output className="saved-word">{count > shown ? t('optionsSaved') : ''}</output>;
}
