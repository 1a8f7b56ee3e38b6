import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** A Node that runs TypeScript: this one, or the one among the packages. */
function typescriptNode(): string {
  const bundled = join(root, 'node_modules', '.bin', 'node');
  const canStrip = 'typescript' in process.features && Boolean(process.features.typescript);
  return canStrip || !existsSync(bundled) ? process.execPath : bundled;
}

/** A command in a process of its own, with nothing in its environment but what a test gives it. */
export class StartedCommand {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';
  readonly #heard = new Set<() => void>();
  /** The exit code, or the name of the signal it died of. */
  readonly ended: Promise<number | string>;

  constructor(script: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    const given = { PATH: process.env['PATH'], ...env };
    this.child = spawn(typescriptNode(), ['--no-warnings', script, ...args], { env: given });
    this.child.stdout?.on('data', (chunk: Buffer) => this.#hear(() => (this.stdout += chunk)));
    this.child.stderr?.on('data', (chunk: Buffer) => this.#hear(() => (this.stderr += chunk)));
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
  }

  /** Resolves once the standard output fits. @throws when the process ends without. */
  async saying(pattern: RegExp): Promise<RegExpExecArray> {
    const said = new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const found = pattern.exec(this.stdout);
        if (found === null) return;
        this.#heard.delete(look);
        resolve(found);
      };
      this.#heard.add(look);
      look();
    });
    const silent = this.ended.then((how) => {
      throw new Error(`ended with ${how} before saying ${pattern}: ${this.stdout}${this.stderr}`);
    });
    return Promise.race([said, silent]);
  }

  /** For the end of a test: makes sure that it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  #hear(note: () => void): void {
    note();
    for (const look of this.#heard) look();
  }
}
