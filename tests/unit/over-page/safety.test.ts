import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeAddress } from '../../../components/ui/address.ts';
import { safeMath } from '../../../components/ui/maths.ts';
import { mayAct, stillFor, type PressFacts } from '../../../components/over-page/may-act.ts';
import type { MathNode } from '../../../lib/text/maths.ts';

describe('addresses', () => {
  it.each([
    'https://github.com/tensorflow/addons',
    'HTTPS://arxiv.org/abs/1904.00962',
    'https://openreview.net/forum?id=x#y',
  ])('opens %s', (address) => expect(safeAddress(address)).toMatch(/^https:\/\//));
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'http://arxiv.org/',
    '//arxiv.org/',
    '/abs/1904.00962',
    'blob:https://arxiv.org/x',
    'view-source:https://arxiv.org',
    'https://user:secret@arxiv.org/',
    'https://user@arxiv.org/',
    'https://',
    'https:arxiv.org',
    'file:///etc/passwd',
    'filesystem:https://arxiv.org/x',
    'chrome://settings',
    '',
    `https://a.org/${'a'.repeat(3000)}`,
    null,
    42,
  ])('refuses %j', (address) => expect(safeAddress(address)).toBeNull());

  it('gives https or nothing, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .tuple(fc.constantFrom('javascript', 'data', 'vbscript', 'https'), fc.string())
            .map(([scheme, rest]) => `${scheme}:${rest}`),
        ),
        (address) => {
          const safe = safeAddress(address);
          expect(safe === null || safe.startsWith('https://')).toBe(true);
        },
      ),
    );
  });
});

describe('maths', () => {
  const node = (tag: string, attributes: Record<string, string> = {}, ...children: MathNode['children']): MathNode => ({
    tag,
    attributes,
    children,
  });

  it('keeps presentation MathML as it is', () => {
    const tree = node(
      'math',
      {},
      node('mrow', {}, node('mi', { mathvariant: 'normal' }, 'O'), node('mo', { stretchy: 'false' }, '(')),
    );
    expect(safeMath(tree)).toEqual(tree);
  });
  it.each(['script', 'img', 'a', 'maction', 'annotation-xml', 'foreignObject', 'svg', 'iframe', 'style', 'semantics'])(
    'makes no <%s>',
    (tag) => expect(safeMath(node('math', {}, node(tag)))).toBeNull(),
  );
  it('starts nowhere but at <math>', () => expect(safeMath(node('mrow'))).toBeNull());
  it.each([
    ['href', 'javascript:alert(1)'],
    ['onclick', 'alert(1)'],
    ['style', 'background:url(https://x.org)'],
    ['class', 'b-btn'],
    ['id', 'x'],
    ['dangerouslySetInner', 'x'],
    ['width', 'expression(1)'],
  ])('drops the attribute %s', (name, value) => {
    expect(safeMath(node('math', {}, node('mi', { [name]: value }, 'x')))?.children[0]).toEqual(node('mi', {}, 'x'));
  });
  it('gives up on bombs', () => {
    let deep = node('mi', {}, 'x');
    for (let at = 0; at < 60; at += 1) deep = node('mrow', {}, deep);
    expect(safeMath(node('math', {}, deep))).toBeNull();
    expect(safeMath(node('math', {}, ...Array.from({ length: 500 }, () => node('mi', {}, 'x'))))).toBeNull();
  });
});

describe('what may act', () => {
  const always = Infinity;
  const click: PressFacts = {
    type: 'click',
    isTrusted: true,
    detail: 1,
    onGuarded: true,
    seenFor: always,
    stoodFor: stillFor,
    arrived: false,
  };
  const key: PressFacts = { ...click, type: 'keydown', key: 's', detail: 0, stoodFor: 0 };
  const covered = { seenFor: 0, stoodFor: 0, arrived: false };
  it.each([
    ['a click on Save once the card stands', click, true],
    ['a click on Save of a card that has just come', { ...click, stoodFor: 100 }, false],
    [
      'a click on Save of a card that has just come, by a pointer that moved into it',
      { ...click, stoodFor: 100, arrived: true },
      true,
    ],
    ['a middle click on a link of a card that has just moved', { ...click, type: 'auxclick', stoodFor: 499 }, false],
    ['a click on a name, at once', { ...click, onGuarded: false, stoodFor: 0 }, true],
    ['Enter on Save, at once', { ...click, detail: 0, stoodFor: 0 }, true],
    ['a key, at once', key, true],
    ['a key on a card that is covered', { ...key, ...covered }, false],
    ['a key on a card that was covered a moment ago', { ...key, seenFor: 499 }, false],
    ['Enter on Save of a card that is covered', { ...click, detail: 0, ...covered }, false],
    ['a choice in a card that is covered', { ...key, type: 'change', key: undefined, ...covered }, false],
    ['Tab, out of a card that is covered', { ...key, key: 'Tab', ...covered }, true],
    ['Escape, to close a card that is covered', { ...key, key: 'Escape', ...covered }, true],
    ['anything forged', { ...click, isTrusted: false }, false],
    ['a forged key', { ...key, isTrusted: false }, false],
  ])('%s', (_, press, acts) => expect(mayAct(press)).toBe(acts));
});
