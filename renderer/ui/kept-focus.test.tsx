import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { useEffect, useRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeptFocus } from './kept-focus.ts';

afterEach(cleanup);

function Over() {
  const button = useRef<HTMLButtonElement>(null);
  useKeptFocus();
  useEffect(() => button.current?.focus(), []);
  return <button ref={button}>over</button>;
}

function Page({ over, entry = true }: { readonly over: boolean; readonly entry?: boolean }) {
  return (
    <div role="tabpanel" tabIndex={-1}>
      {entry && <button>entry</button>}
      <div role="grid" tabIndex={0} aria-label="table" />
      {over && <Over />}
    </div>
  );
}

describe('useKeptFocus', () => {
  it('gives the focus back to where it was', async () => {
    const { rerender } = render(<Page over={false} />);
    screen.getByText('entry').focus();
    rerender(<Page over />);
    expect(document.activeElement).toBe(screen.getByText('over'));
    rerender(<Page over={false} />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText('entry')));
  });

  it('puts it into the table where that is gone', async () => {
    const { rerender } = render(<Page over={false} />);
    screen.getByText('entry').focus();
    rerender(<Page over />);
    rerender(<Page over={false} entry={false} />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid')));
  });
});
