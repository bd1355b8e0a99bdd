import { describe, expect, it } from 'vitest';
import { keyName, matchKeys, type Pressed } from './match-keys';

const press = (key: string, modifiers: Partial<Pressed> = {}): Pressed => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('keyName', () => {
  it.each([
    [press('u'), 'u'],
    [press('?', { shiftKey: true }), '?'],
    [press('k', { metaKey: true }), 'mod+k'],
    [press('K', { ctrlKey: true }), 'mod+k'],
    [press('Enter', { ctrlKey: true }), 'mod+enter'],
    [press('r', { metaKey: true }), null],
    [press('t', { ctrlKey: true }), null],
    [press('k', { ctrlKey: true, shiftKey: true }), null],
    [press('u', { altKey: true }), null],
    [press('Enter'), null],
    [press(' '), null],
    [press('Escape'), null],
    [press('F5'), null],
  ])('%o is %s', (pressed, name) => {
    expect(keyName(pressed)).toBe(name);
  });
});

describe('matchKeys', () => {
  const bound = ['u', 'p', 'p p', 'g b', 'g h', 'mod+k'];
  it.each([
    [['u'], { exact: 'u', more: false }],
    [['g'], { exact: null, more: true }],
    [['g', 'b'], { exact: 'g b', more: false }],
    [['p'], { exact: 'p', more: true }],
    [['p', 'p'], { exact: 'p p', more: false }],
    [['g', 'x'], { exact: null, more: false }],
    [['mod+k'], { exact: 'mod+k', more: false }],
  ])('%o', (typed, match) => {
    expect(matchKeys(typed, bound)).toEqual(match);
  });
});
