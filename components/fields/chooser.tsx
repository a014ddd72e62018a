// arXiv's fields by name, in groups that open to single categories; how far back; and what that brings.
import { useId, useMemo, useState, type JSX } from 'react';
import { estimate, fieldGroups, type Category, type FieldGroup } from '../../lib/harvest/fields.ts';
import { setsToAsk, spans, type FieldSpan } from '../../lib/harvest/sets.ts';
import { count, language, number, t, type MessageKey } from '../../lib/i18n/i18n.ts';
import { bytesWords } from '../ui/bytes.ts';

const spanWords: Readonly<Record<FieldSpan, MessageKey>> = {
  '12-months': 'fieldsSpanYear',
  '3-years': 'fieldsSpanThree',
  all: 'fieldsSpanAll',
};

const fits = ({ id, name }: { id: string; name: string }, words: readonly string[]): boolean =>
  words.every((word) => `${id} ${name}`.toLowerCase().includes(word));

/** Groups with a name or a category that has all words; of a group found by its name all categories. */
function found(query: string): FieldGroup[] {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [...fieldGroups];
  return fieldGroups.flatMap((group) => {
    if (fits(group, words)) return [group];
    const categories = group.categories.filter((category) => fits(category, words));
    return categories.length === 0 ? [] : [{ ...group, categories }];
  });
}

export interface ChooserProps {
  /** Sets that are ticked at first. */
  proposed: readonly string[];
  /** Sets that are chosen already. */
  has: readonly string[];
  /** Answers whether they are chosen now. */
  onChoose: (sets: readonly string[], span: FieldSpan) => Promise<boolean>;
}

export function Chooser({ proposed, has, onChoose }: ChooserProps): JSX.Element {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set(proposed));
  const [span, setSpan] = useState<FieldSpan>('12-months');
  const [query, setQuery] = useState('');
  const [busy, setBusy] = useState(false);
  const name = useId();
  const groups = useMemo(() => found(query), [query]);
  const sets = [...wanted];
  const brings = estimate(sets, span);
  const set = (some: readonly Category[], on: boolean): void => {
    setWanted((before) => {
      const next = new Set(before);
      for (const { set: one } of some)
        if (on) next.add(one);
        else next.delete(one);
      return next;
    });
  };
  const choose = async (): Promise<void> => {
    if (busy || sets.length === 0) return;
    setBusy(true);
    const done = await onChoose(setsToAsk(sets), span);
    setBusy(false);
    if (done) setWanted(new Set());
  };
  return (
    <form
      className="fields-chooser"
      onSubmit={(event) => {
        event.preventDefault();
        void choose();
      }}
    >
      <p className="why">{t('fieldsHow')}</p>
      <input
        type="search"
        className="fields-find"
        aria-label={t('fieldsFind')}
        placeholder={t('fieldsFind')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {groups.length === 0 && <p className="why">{t('fieldsNone', query)}</p>}
      <ul className="fields-groups">
        {groups.map((group) => (
          <Group key={group.id} group={group} wanted={wanted} has={has} open={query !== ''} onSet={set} />
        ))}
      </ul>
      <fieldset className="fields-spans">
        <legend>{t('fieldsSpan')}</legend>
        {spans.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={span === one} onChange={() => setSpan(one)} /> {t(spanWords[one])}
          </label>
        ))}
      </fieldset>
      <p className="fields-go">
        <button type="submit" className="b-btn b-primary" aria-disabled={busy || sets.length === 0}>
          {t('fieldsGet')}
        </button>
        <output className="why">
          {sets.length === 0
            ? t('fieldsNothingChosen')
            : t(
                'fieldsBrings',
                number(brings.papers),
                bytesWords(brings.megabytes * 1e6, language()),
                count('fieldsMinutes', brings.minutes),
              )}
        </output>
      </p>
    </form>
  );
}

interface GroupProps {
  group: FieldGroup;
  wanted: ReadonlySet<string>;
  has: readonly string[];
  open: boolean;
  onSet: (categories: readonly Category[], on: boolean) => void;
}

function Group({ group, wanted, has, open, onSet }: GroupProps): JSX.Element {
  const [shown, setShown] = useState(false);
  const { categories } = group;
  const isOpen = open || shown;
  const on = categories.filter(({ set }) => wanted.has(set)).length;
  // A group of which the search leaves one is still one of several.
  const isOne = fieldGroups.some(({ id, categories: all }) => id === group.id && all.length === 1);
  const id = useId();
  const some =
    on > 0 && on < categories.length
      ? t('fieldsPart', number(on), number(categories.length))
      : count('fieldsCategories', categories.length);
  return (
    <li>
      <div className="fields-group">
        <label>
          <input
            type="checkbox"
            checked={on === categories.length}
            ref={(box) => {
              if (box !== null) box.indeterminate = on > 0 && on < categories.length;
            }}
            onChange={(event) => onSet(categories, event.target.checked)}
          />
          <span>{group.name}</span>
        </label>
        {!isOne && (
          <button
            type="button"
            className="b-link b-small"
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': id } : {})}
            aria-label={`${some}, ${group.name}`}
            onClick={() => setShown(!shown)}
          >
            {some}
          </button>
        )}
        {isOne && categories[0] !== undefined && <span className="fields-id">{categories[0].id}</span>}
      </div>
      {!isOne && isOpen && (
        <ul id={id} className="fields-categories">
          {categories.map((category) => (
            <li key={category.id}>
              <label>
                <input
                  type="checkbox"
                  checked={wanted.has(category.set)}
                  onChange={(event) => onSet([category], event.target.checked)}
                />
                <span>
                  {category.name} <span className="fields-id">{category.id}</span>
                  {has.includes(category.set) && <span className="fields-id"> · {t('fieldsHas')}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
