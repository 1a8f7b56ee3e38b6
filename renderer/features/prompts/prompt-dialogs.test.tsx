import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { Prompt } from '../../../shared/prompt.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { PromptDialogs } from './prompt-dialogs.tsx';
import { visibleText } from './visible-text.ts';

afterEach(cleanup);

const mfa = (promptId: string, refused = false): Prompt => ({
  promptId,
  kind: 'mfa',
  profile: 'admin',
  serial: 'arn:aws:iam::111122223333:mfa/kim',
  refused,
});
const run: Prompt = { promptId: 'run', kind: 'run-process', profile: 'vault', command: 'get-keys "a b"' };

function ask(...prompts: readonly Prompt[]) {
  const { host } = renderWithHost(<PromptDialogs />);
  act(() => host.event('prompts', prompts));
  const answers = () => host.calls('prompt.answer').map(({ params }) => params);
  return { host, answers };
}
const type = (value: string) => fireEvent.change(screen.getByLabelText('Code'), { target: { value } });
const go = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' });

describe('PromptDialogs', () => {
  it('takes a code of six digits, pasted with a space, too', () => {
    const { answers } = ask(mfa('one'));
    type('12345');
    expect(go().disabled).toBe(true);
    type('123 456');
    fireEvent.submit(screen.getByLabelText('Code'));
    expect(answers()).toEqual([{ promptId: 'one', answer: { kind: 'code', code: '123456' } }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says that the code before was refused', () => {
    ask(mfa('two', true));
    expect(screen.getByRole('alert').textContent).toMatch(/refused/);
  });

  it('asks one thing after the other', () => {
    const { answers } = ask(mfa('one'), run);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(answers()).toEqual([{ promptId: 'one', answer: { kind: 'refuse' } }]);
    expect(screen.getByText('get-keys "a b"')).toBeTruthy();
  });

  it('runs a program only when told to; what has the focus runs nothing', async () => {
    const { answers } = ask(run);
    const refuse = screen.getByRole('button', { name: 'Don’t run' });
    await waitFor(() => expect(document.activeElement).toBe(refuse));
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(answers()).toEqual([{ promptId: 'run', answer: { kind: 'allow' } }]);
  });

  it('asks again where the answer could not be sent', async () => {
    const { host } = ask(run);
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    const id = host.calls('prompt.answer').at(-1)?.id ?? '';
    await act(async () => host.fail(id, appError('internal', {})));
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Run' })).toBeTruthy();
  });
});

describe('visibleText', () => {
  it('lets nothing hide', () => {
    expect(visibleText('a\u202Eb\u200Bc\nd\u3164')).toBe('a<U+202E>b<U+200B>c<U+000A>d<U+3164>');
    expect(visibleText('東京 "x" | sh')).toBe('東京 "x" | sh');
  });
});
