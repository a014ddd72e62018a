// A card one can walk in: paper to author to paper, and back the same way. Never a second overlay: what was before
// stays mounted beneath, hidden, with its scroll position, its open parts and the place of its focus.
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { CardSubject } from '../../lib/page/act/card-port.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import { CommandScope, InSight, useCommand, type PressKey } from './commands.tsx';
import type { Facts } from './card-data.ts';
import { ToggleKeys } from './help-button.tsx';
import { KeyHelp } from './key-help.tsx';
import { Level } from './stack-level.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

export interface CardStackProps {
  subject: CardSubject;
  facts: Facts;
  /** Without it there is no way to close: a pane of a page of ours. */
  onClose?: () => void;
  /** Focus goes into the card: it was opened by key. */
  focus?: boolean;
  /** As in `CommandScope`. */
  onKeys?: (press: PressKey) => void;
}

export interface Step {
  key: number;
  subject: CardSubject;
  /** What "back" calls this level; set when it is known. */
  name: string;
}
/** Deeper than anybody walks; the oldest levels go first. */
const deepest = 30;

export function CardStack(props: CardStackProps) {
  return (
    <CommandScope className="b-stack" onKeys={props.onKeys}>
      <Levels {...props} />
    </CommandScope>
  );
}

function Levels({ subject, facts, onClose, focus = false }: CardStackProps): ReactNode {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [steps, setSteps] = useState<readonly Step[]>([{ key: 0, subject, name: '' }]);
  const [help, setHelp] = useState(false);
  const left = useRef(new Map<number, { scroll: number; focused: Element | null }>());
  const top = steps.at(-1);
  const before = steps.at(-2);

  const walk = (next: CardSubject): void => {
    const middle = box.current?.querySelector('.b-level:not([hidden]) .b-middle');
    const root = box.current?.getRootNode();
    const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    if (top !== undefined) left.current.set(top.key, { scroll: middle?.scrollTop ?? 0, focused });
    setSteps((all) => [...all, { key: (all.at(-1)?.key ?? 0) + 1, subject: next, name: '' }].slice(-deepest));
  };
  const back = (): boolean => {
    if (before === undefined) return false;
    setSteps((all) => all.slice(0, -1));
    return true;
  };
  const close = (): boolean => {
    if (help) {
      setHelp(false);
      return true;
    }
    onClose?.();
    return onClose !== undefined;
  };
  useKeptFocus(box);
  useCommand('back', back);
  useCommand('close', close);
  useCommand('help', () => setHelp(!help));

  // The focus follows the walk only if it is the keyboard's: in the card already, or asked for.
  const shown = useRef<number | null>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const key = top?.key ?? 0;
    if (dialog === null || shown.current === key) return;
    const first = shown.current === null;
    shown.current = key;
    if (first) {
      if (focus) dialog.focus({ preventScroll: true });
      return;
    }
    const was = left.current.get(key);
    const middle = dialog.querySelector('.b-level:not([hidden]) .b-middle');
    if (was !== undefined && middle !== null) middle.scrollTop = was.scroll;
    if (was?.focused instanceof HTMLElement && dialog.contains(was.focused)) was.focused.focus({ preventScroll: true });
    else dialog.focus({ preventScroll: true });
    left.current.delete(key);
  }, [top, focus]);

  const named = (key: number) => (name: string) =>
    setSteps((all) => all.map((step) => (step.key === key && step.name !== name ? { ...step, name } : step)));

  return (
    <div
      className="b-dialog"
      ref={box}
      role={onClose === undefined ? 'group' : 'dialog'}
      aria-labelledby={`${id}-${top?.key ?? 0}`}
      tabIndex={-1}
    >
      {before !== undefined && (
        <div className="b-back">
          <button type="button" className="b-link" onClick={back} title={t('cardBack', before.name)}>
            <Icon name="back" />
            <span className="b-hidden">{t('cardBack', before.name)}</span>
            <span aria-hidden="true">{before.name}</span>
          </button>
        </div>
      )}
      {steps.map((step) => (
        <div className="b-level" key={step.key} hidden={step !== top}>
          <InSight value={step === top}>
            <ToggleKeys value={() => setHelp(!help)}>
              <Level
                subject={step.subject}
                facts={facts}
                titleId={`${id}-${step.key}`}
                onWalk={walk}
                onName={named(step.key)}
              />
            </ToggleKeys>
          </InSight>
        </div>
      ))}
      {help && <KeyHelp id={`${id}-keys`} onHide={() => setHelp(false)} />}
      {onClose !== undefined && (
        <button type="button" className="b-close" aria-label={t('cardClose')} title={t('cardClose')} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
