// Which elements readers see, of a small made-up tree: what is asked of the browser, and how often.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Sight } from '../../../../lib/page/read/visibility.ts';

interface Made {
  name: string;
  className?: string;
  attributes?: string[];
  style?: Partial<Record<'position' | 'clipPath' | 'display' | 'visibility', string>>;
  up?: Element;
}
let asked = 0;
const askedWhetherShown: unknown[] = [];
const styles = new Map<unknown, Made['style']>();
vi.stubGlobal('getComputedStyle', (element: unknown) => {
  asked += 1;
  const style = {
    position: 'static',
    clipPath: 'none',
    display: 'block',
    visibility: 'visible',
    ...styles.get(element),
  };
  return {
    left: 'auto',
    top: 'auto',
    overflow: 'visible',
    width: '9px',
    height: '9px',
    ...style,
    getPropertyValue: () => '',
  };
});

/** An element with as much of an element as is asked for here. */
function made({ name, className = '', attributes = [], style = {}, up }: Made): Element {
  const isClosed = (element: Element): boolean => element.localName === 'details' && !element.hasAttribute('open');
  const element = {
    localName: name,
    className,
    parentElement: up ?? null,
    hasAttribute: (attribute: string) => attributes.includes(attribute),
    // Within a closed <details> nothing is rendered, and neither is what has no box.
    checkVisibility: (): boolean => {
      askedWhetherShown.push(element);
      for (let at = element as unknown as Element | null; at !== null; at = at.parentElement)
        if (styles.get(at)?.display === 'none' || (at !== (element as unknown) && isClosed(at))) return false;
      return true;
    },
  };
  styles.set(element, style);
  return element as unknown as Element;
}
const forEars = { position: 'absolute', clipPath: 'inset(50%)' };

afterEach(() => {
  asked = 0;
  askedWhetherShown.length = 0;
});

describe('what readers see', () => {
  it('is asked of two elements of a kind, however many there are', () => {
    const body = made({ name: 'body' });
    const list = made({ name: 'ul', className: 'papers', up: body });
    const items = Array.from({ length: 500 }, () => made({ name: 'a', up: made({ name: 'li', up: list }) }));
    const sight = new Sight();
    expect(items.every((item) => sight.sees(item))).toBe(true);
    // Body and list each once, two items, two links.
    expect(asked).toBe(6);
    // Body and list once more: of each there is one only.
    const later = new Sight(sight);
    expect(items.every((item) => later.sees(item))).toBe(true);
    expect(asked).toBe(8);
  });

  it('is not what stands for ears alone, nor anything in it', () => {
    const body = made({ name: 'body' });
    const hidden = made({ name: 'span', className: 'sr', style: forEars, up: body });
    const sight = new Sight();
    expect([hidden, made({ name: 'b', up: hidden })].map((one) => sight.sees(one))).toEqual([false, false]);
  });

  it('is asked of an element itself that has a style of its own', () => {
    const body = made({ name: 'body' });
    const plain = Array.from({ length: 3 }, () => made({ name: 'p', up: body }));
    const other = made({ name: 'p', attributes: ['style'], style: forEars, up: body });
    const sight = new Sight();
    expect([...plain, other].map((one) => sight.sees(one))).toEqual([true, true, true, false]);
  });

  it('is asked of each element of a kind of which two look different', () => {
    const body = made({ name: 'body' });
    const looks = [{}, forEars, {}, forEars, {}];
    const elements = looks.map((style) => made({ name: 'p', className: 'tab', style, up: body }));
    const sight = new Sight();
    expect(elements.map((one) => sight.sees(one))).toEqual([true, false, true, false, true]);
  });

  it('is also what a click on a closed <details> would show', () => {
    const body = made({ name: 'body' });
    const details = made({ name: 'details', up: body });
    const text = made({ name: 'p', up: details });
    const gone = made({ name: 'div', className: 'gone', style: { display: 'none' }, up: details });
    const unseen = made({ name: 'p', className: 'off', style: { visibility: 'hidden' }, up: details });
    const sight = new Sight();
    expect([text, made({ name: 'p', up: gone }), unseen].map((one) => sight.sees(one))).toEqual([true, false, false]);
    expect([sight.closedRound(text), sight.closedRound(body)]).toEqual([details, null]);
  });

  it('is asked of a closed <details> itself, once, and not of what is in it', () => {
    const body = made({ name: 'body' });
    const outer = made({ name: 'details', up: body });
    const inner = made({ name: 'details', up: outer });
    const sight = new Sight();
    const seen = (up: Element): boolean[] => [1, 2, 3].map(() => sight.sees(made({ name: 'p', up })));
    expect(seen(outer)).toEqual([true, true, true]);
    expect(askedWhetherShown).toEqual([outer]);
    // One click does not show what stands in a second one.
    expect(seen(inner)).toEqual([false, false, false]);
  });
});
