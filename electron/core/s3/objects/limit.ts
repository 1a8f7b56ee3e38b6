/**
 * Makes a gate that lets only so many run at once; the others wait their turn, first come, first served.
 * @example const gate = atOnce(4); await Promise.all(urls.map((url) => gate(() => get(url))));
 */
export function atOnce(most: number): <Result>(run: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (run) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
