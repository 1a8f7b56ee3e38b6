const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
type StopSignal = keyof typeof SIGNALS;

/** The part of `process` that is needed. */
export interface SignalSource {
  on(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  off(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  exit(code: number): void;
}

export interface StopSignals {
  /** Resolves when somebody wants us to stop. A second wish ends the process at once. */
  readonly received: Promise<void>;
  /** Stops listening; signals then have their usual effect. */
  release(): void;
}

/** One Ctrl+C under npm arrives twice: from the terminal, and passed on by npm. */
const SAME_WISH_MS = 300;

/**
 * Ctrl+C, `kill`, and the end of the terminal.
 * @param now Unix milliseconds.
 */
export function listenForStop(source: SignalSource, now: () => number): StopSignals {
  let since: number | undefined;
  let stop: () => void;
  const received = new Promise<void>((resolve) => (stop = resolve));
  const onSignal = (signal: StopSignal) => {
    if (since === undefined) {
      since = now();
      stop();
    } else if (now() - since > SAME_WISH_MS) {
      // The exit code that shells give a process which died of the signal.
      source.exit(128 + SIGNALS[signal]);
    }
  };
  const names = Object.keys(SIGNALS) as StopSignal[];
  for (const name of names) source.on(name, onSignal);
  return {
    received,
    release: () => {
      for (const name of names) source.off(name, onSignal);
    },
  };
}
