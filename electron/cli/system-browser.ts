import { spawn } from 'node:child_process';
import { win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program and its arguments; never a line for a shell. */
export interface OpenCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** What opens a local file in the person's browser; undefined where there is no screen to open it on. */
export function openCommand(
  path: string,
  platform: NodeJS.Platform,
  env: Environment,
): OpenCommand | undefined {
  if (platform === 'darwin') return { command: '/usr/bin/open', args: [path] };
  if (platform === 'win32') {
    // Unlike `cmd /c start`, this has no quoting rules that a path could break out of.
    const system = win32.join(env['SystemRoot'] || 'C:\\Windows', 'System32');
    return { command: win32.join(system, 'rundll32.exe'), args: ['url.dll,FileProtocolHandler', path] };
  }
  // Without a screen xdg-open falls back to text browsers, which would fight over the terminal.
  const hasScreen = Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  return hasScreen ? { command: 'xdg-open', args: [path] } : undefined;
}

/** Starts it and lets it go: it outlives us, and whether it works is no concern of ours. */
export function startDetached({ command, args }: OpenCommand, onFailure: (code: string) => void): void {
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', (error: NodeJS.ErrnoException) => onFailure(error.code ?? error.name));
  child.unref();
}
