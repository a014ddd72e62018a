// One line about an author at the head of the card, while the pointer rests on the name or the focus is there: asked for only
// then.
import { useEffect, useRef } from 'react';
import { personWords } from './phrases.ts';
import { usePaper } from './subject.tsx';

/** How long the pointer rests on a name before its works are looked up. */
const REST_MS = 150;

interface NameHandlers {
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  onFocus: () => void;
  onBlur: () => void;
}

/** Answers what a person's button listens to. */
export function usePersonWords(): (person: string) => NameHandlers {
  const { view, ask, onWords } = usePaper();
  const wanted = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = (): void => {
    clearTimeout(timer.current);
    wanted.current = null;
    onWords('');
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      wanted.current = null;
    },
    [],
  );
  return (person) => {
    const want = (): void => {
      clearTimeout(timer.current);
      wanted.current = person;
      timer.current = setTimeout(() => {
        ask('card.person', { id: person, paper: view.id }).then(
          (found) => {
            if (wanted.current === person) onWords(personWords(found));
          },
          // The profile itself says what is wrong.
          () => undefined,
        );
      }, REST_MS);
    };
    return { onPointerEnter: want, onPointerLeave: stop, onFocus: want, onBlur: stop };
  };
}
