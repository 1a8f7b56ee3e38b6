import { Readable } from 'node:stream';
import { failure } from '../../app-failure.ts';

interface HttpAnswer {
  readonly statusCode: number;
  body: unknown;
}

/**
 * Refuses an answer of DeleteObjects that isn't one. With `Quiet`, an empty answer means that everything was deleted,
 * and the SDK reads an empty answer out of any text: half an answer or a proxy's page would pass for success.
 * @param host who should have answered
 */
export function wholeAnswer(host: string) {
  return <Args, Result extends { response: unknown }>(next: (args: Args) => Promise<Result>) =>
    async (args: Args): Promise<Result> => {
      const result = await next(args);
      const response = result.response as HttpAnswer;
      if (response.statusCode < 200 || response.statusCode >= 300) return result;
      const pieces: Uint8Array[] = [];
      for await (const piece of response.body as AsyncIterable<Uint8Array>) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      const text = bytes.toString('utf8').trimEnd();
      // S3 may begin a 200 before it knows that it fails; the SDK tells such an error by itself.
      const isWhole = /<\/DeleteResult>$|<DeleteResult(\s[^>]*)?\/>$|<\/Error>$/.test(text);
      if (!isWhole) throw failure('network.garbled', { host });
      response.body = Readable.from([bytes]);
      return result;
    };
}
