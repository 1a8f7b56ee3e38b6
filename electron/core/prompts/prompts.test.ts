import { describe, expect, it } from 'vitest';
import { Prompts } from './prompts.ts';

const MFA = { kind: 'mfa', profile: 'audit', serial: 'phone', refused: false } as const;
const NEVER = new AbortController().signal;

describe('Prompts', () => {
  it('asks once however many wait for the same, and tells them all', async () => {
    const prompts = new Prompts();
    const waiting = Array.from({ length: 50 }, () => prompts.ask(MFA, NEVER));
    expect(prompts.snapshots.value).toHaveLength(1);
    const promptId = prompts.snapshots.value[0]?.promptId ?? '';
    prompts.answer(promptId, { kind: 'code', code: '123456' });
    expect(prompts.snapshots.value).toEqual([]);
    const answers = await Promise.all(waiting);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // The second window's answer to the same prompt.
    prompts.answer(promptId, { kind: 'refuse' });
  });

  it('keeps different questions apart, oldest first', () => {
    const prompts = new Prompts();
    const ask = (question: Parameters<Prompts['ask']>[0]) => void prompts.ask(question, NEVER);
    ask(MFA);
    ask({ ...MFA, refused: true });
    ask({ ...MFA, profile: 'other' });
    ask({ kind: 'run-process', profile: 'audit', command: 'a' });
    ask({ kind: 'run-process', profile: 'audit', command: 'b' });
    ask(MFA);
    expect(prompts.snapshots.value).toMatchObject([
      MFA,
      { ...MFA, refused: true },
      { ...MFA, profile: 'other' },
      { kind: 'run-process', profile: 'audit', command: 'a' },
      { kind: 'run-process', profile: 'audit', command: 'b' },
    ]);
  });

  it('withdraws a question only when the last who waits has left', async () => {
    const prompts = new Prompts();
    const [first, second] = [new AbortController(), new AbortController()];
    const leaving = prompts.ask(MFA, first.signal);
    const staying = prompts.ask(MFA, second.signal);
    first.abort(new Error('gone'));
    await expect(leaving).rejects.toThrow('gone');
    expect(prompts.snapshots.value).toHaveLength(1);
    second.abort(new Error('gone, too'));
    await expect(staying).rejects.toThrow('gone, too');
    expect(prompts.snapshots.value).toEqual([]);
    await expect(prompts.ask(MFA, first.signal)).rejects.toThrow('gone');
    expect(prompts.snapshots.value).toEqual([]);
  });

  it('remembers no refusal, and refuses what is open at the end', async () => {
    const prompts = new Prompts();
    const refused = prompts.ask(MFA, NEVER);
    prompts.answer(prompts.snapshots.value[0]?.promptId ?? '', { kind: 'refuse' });
    expect(await refused).toEqual({ kind: 'refuse' });
    const again = prompts.ask(MFA, NEVER);
    expect(prompts.snapshots.value).toHaveLength(1);
    prompts.close();
    expect(await again).toEqual({ kind: 'refuse' });
  });
});
