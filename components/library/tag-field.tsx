// A field for a tag: those that the list has are proposed, Enter adds, what was typed stays until it is added.
import { useId, useState, type JSX, type KeyboardEvent } from 'react';
import { t } from '../../lib/i18n/i18n.ts';

/** Maximum letters of a tag. */
const MAX_LETTERS = 80;

export function TagField(props: {
  /** Tags of the list, the most used first. */
  known: readonly string[];
  label: string;
  onAdd: (tags: string[]) => void;
  focus?: boolean;
  onCancel?: () => void;
}): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const tags = typed
      .split(',')
      .map((tag) => tag.trim().slice(0, MAX_LETTERS))
      .filter((tag) => tag !== '');
    if (tags.length > 0) props.onAdd(tags);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      add();
    } else if (event.key === 'Escape' && props.onCancel !== undefined) {
      event.stopPropagation();
      props.onCancel();
    }
  };
  return (
    <span className="l-tag-field">
      <input
        type="text"
        list={id}
        aria-label={props.label}
        placeholder={t('listTagPlaceholder')}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it appears at the reader's press of T or of "Tag"
        autoFocus={props.focus === true}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={id}>
        {props.known.slice(0, 200).map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </datalist>
      <button type="button" className="b-btn" disabled={typed.trim() === ''} onClick={add}>
        {t('listTagAdd')}
      </button>
    </span>
  );
}
