import { describe, expect, it } from 'vitest';
import { TYPE_AHEAD_MS, TypeAhead } from './type-ahead.ts';

describe('TypeAhead', () => {
  it('joins letters typed one after the other, from the present row on', () => {
    const typed = new TypeAhead();
    expect(typed.type('i', 0)).toEqual({ text: 'i', next: true });
    expect(typed.type('n', 200)).toEqual({ text: 'in', next: false });
    expect(typed.typing(300)).toBe(true);
    expect(typed.type('v', 300 + TYPE_AHEAD_MS)).toEqual({ text: 'v', next: true });
  });

  it('begins anew once one has moved on', () => {
    const typed = new TypeAhead();
    typed.type('i', 0);
    typed.end();
    expect(typed.typing(100)).toBe(false);
    expect(typed.type('n', 100)).toEqual({ text: 'n', next: true });
  });

  it('goes from one row to the next with the same letter', () => {
    const typed = new TypeAhead();
    typed.type('a', 0);
    expect(typed.type('a', 100)).toEqual({ text: 'a', next: true });
    expect(typed.type('a', 200)).toEqual({ text: 'a', next: true });
  });
});
