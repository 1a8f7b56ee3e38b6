import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

/** Where the writer works. */
export interface WriterPlace {
  /** The bundled writer. */
  readonly program: string;
  readonly home: string;
  readonly config: string;
  readonly credentials: string;
  readonly dataFolder: string;
}

/** One file without modules to look for: it starts in half the time. @returns its path */
export async function bundleWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'config-editing-writer.ts'),
      outDir: folder,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'writer.mjs');
}

/** A writer in a process of its own, with an environment that has nothing of ours. It waits for {@link begin}. */
export class WriterProcess {
  readonly #child: ChildProcess;
  #said = '';
  #complaints = '';
  #heard: () => void = () => undefined;
  #ended: { readonly status: number | null } | undefined;

  constructor(place: WriterPlace, what: string, name: string) {
    const { program, home, config, credentials, dataFolder } = place;
    this.#child = spawn(
      process.execPath,
      [program, what, config, credentials, join(dataFolder, name), name],
      {
        env: { HOME: home, PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: join(home, 'compiled') },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    // Who is killed while it is told to begin closes its end.
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stdout?.on('data', (text: Buffer) => {
      this.#said += text.toString();
      this.#heard();
    });
    this.#child.stderr?.on('data', (text: Buffer) => (this.#complaints += text.toString()));
    this.#child.once('close', (status) => {
      this.#ended = { status };
      this.#heard();
    });
  }

  /** Lets it begin; resolves when it has written once. */
  async begin(): Promise<void> {
    await this.#until(() => this.#said.startsWith('ready\n'));
    this.#child.stdin?.end('go\n');
    await this.#until(() => this.#said.length > 'ready\n'.length);
  }

  /** Ends it at once, wherever it is. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    while (this.#ended === undefined) await this.#news();
  }

  /** Resolves when it has done its work. */
  async done(): Promise<void> {
    while (this.#ended === undefined) await this.#news();
    if (this.#ended.status !== 0) throw this.#failure();
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.#ended !== undefined) throw this.#failure();
      await this.#news();
    }
  }

  #news(): Promise<void> {
    return new Promise((resolve) => (this.#heard = resolve));
  }

  #failure(): Error {
    return new Error(`the writer ended with ${this.#ended?.status}: ${this.#complaints}`);
  }
}
