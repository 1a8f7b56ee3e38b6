import { Readable } from 'node:stream';
import { failure } from '../../app-failure.ts';
import { type BodyOptions, readBody } from '../listing/page-body.ts';

interface HttpAnswer {
  readonly statusCode: number;
  body: unknown;
}

/**
 * Refuses an answer of DeleteObjects that isn't one. With `Quiet`, an empty answer means that everything was deleted,
 * and the SDK reads an empty answer out of any text: half an answer or a proxy's page would pass for success.
 * One that stops coming is given up after half a minute: whoever stops a deletion waits for what is under way.
 * @param from who should have answered
 * @param signal ends the reading
 */
export function wholeAnswer(from: Pick<BodyOptions, 'host' | 'idleMs'>, signal: AbortSignal) {
  return <Args, Result extends { response: unknown }>(next: (args: Args) => Promise<Result>) =>
    async (args: Args): Promise<Result> => {
      const result = await next(args);
      const response = result.response as HttpAnswer;
      if (response.statusCode < 200 || response.statusCode >= 300) return result;
      const bytes = await readBody(response.body as Readable, from, signal);
      const text = new TextDecoder().decode(bytes).trimEnd();
      // S3 may begin a 200 before it knows that it fails; the SDK tells such an error by itself.
      const isWhole = /<\/DeleteResult>$|<DeleteResult(\s[^>]*)?\/>$|<\/Error>$/.test(text);
      if (!isWhole) throw failure('network.garbled', { host: from.host });
      response.body = Readable.from([bytes]);
      return result;
    };
}
