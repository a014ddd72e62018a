// On or off, at once. The words beside it say which and are part of what is clicked.
import type { JSX } from 'react';

export function Switch(props: {
  on: boolean;
  /** The name for screen readers: stays the same in both states. */
  label: string;
  /** What is printed beside it. */
  words: string;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}): JSX.Element {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={props.on}
      aria-label={props.label}
      disabled={props.disabled}
      className="switch"
      onClick={() => props.onChange(!props.on)}
    >
      <span className="switch-words">{props.words}</span>
      <span className="switch-track" aria-hidden="true" />
    </button>
  );
}
