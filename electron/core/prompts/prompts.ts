import { randomUUID } from 'node:crypto';
import type { Prompt, PromptAnswer } from '../../../shared/prompt.ts';
import { Snapshots } from '../bridge/snapshots.ts';

type WithoutId<One> = One extends unknown ? Omit<One, 'promptId'> : never;

/** What is asked, before it has an id. */
export type PromptQuestion = WithoutId<Prompt>;

interface Open {
  readonly prompt: Prompt;
  readonly question: string;
  readonly waiting: Set<(answer: PromptAnswer) => void>;
}

/** What waits for the person. However many ask the same, they are asked once. */
export class Prompts {
  /** Oldest first. */
  readonly snapshots = new Snapshots<readonly Prompt[]>([]);
  readonly #open = new Map<string, Open>();

  /**
   * Asks the person, for as long as it takes them. A question that is open already is joined, and one that nobody waits
   * for any more is withdrawn. Answers aren't remembered: who asks later asks anew.
   * @throws the signal's reason once it is aborted
   */
  ask(question: PromptQuestion, signal: AbortSignal): Promise<PromptAnswer> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const open = this.#join(question);
    return new Promise((resolve, reject) => {
      const leave = () => {
        open.waiting.delete(hear);
        if (open.waiting.size === 0) this.#remove(open);
        reject(signal.reason as Error);
      };
      const hear = (answer: PromptAnswer) => {
        signal.removeEventListener('abort', leave);
        resolve(answer);
      };
      open.waiting.add(hear);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Tells everybody who waits for it. One that is gone was answered in another window, or is wanted no more. */
  answer(promptId: string, answer: PromptAnswer): void {
    const open = this.#open.get(promptId);
    if (open === undefined) return;
    this.#remove(open);
    for (const hear of open.waiting) hear(answer);
  }

  /** Refuses all that is open. */
  close(): void {
    for (const promptId of this.#open.keys()) this.answer(promptId, { kind: 'refuse' });
  }

  #join(asked: PromptQuestion): Open {
    const question = textOf(asked);
    for (const open of this.#open.values()) if (open.question === question) return open;
    const prompt: Prompt = { ...asked, promptId: randomUUID() };
    const open: Open = { prompt, question, waiting: new Set() };
    this.#open.set(prompt.promptId, open);
    this.#show();
    return open;
  }

  #remove(open: Open): void {
    this.#open.delete(open.prompt.promptId);
    this.#show();
  }

  #show(): void {
    this.snapshots.set([...this.#open.values()].map(({ prompt }) => prompt));
  }
}

/** Equal for equal questions. */
function textOf(asked: PromptQuestion): string {
  const { kind, profile } = asked;
  if (asked.kind === 'mfa') return JSON.stringify([kind, profile, asked.serial, asked.refused]);
  return JSON.stringify([kind, profile, asked.command]);
}
