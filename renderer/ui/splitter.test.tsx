import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Splitter } from './splitter.tsx';

afterEach(cleanup);

describe('Splitter', () => {
  it('is moved with the keyboard, within its limits, and given back to the layout', () => {
    const onShare = vi.fn<(share: number, done: boolean) => void>();
    render(<Splitter label="Size" share={40} onShare={onShare} />);
    const splitter = screen.getByRole('separator', { name: 'Size' });
    expect(splitter.getAttribute('aria-valuenow')).toBe('40');
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', 'a'])
      fireEvent.keyDown(splitter, { key });
    fireEvent.keyDown(splitter, { key: 'ArrowLeft', altKey: true });
    fireEvent.doubleClick(splitter);
    expect(onShare.mock.calls).toEqual([
      [43, true],
      [37, true],
      [20, true],
      [75, true],
      [0, true],
      [0, true],
    ]);
  });
});
