import { newCall, type S3Call } from './call-log.ts';
import { ConnectionReset, type Exchange, type S3Service } from './exchange.ts';
import { errorAnswer, type S3Answer } from './http/s3-answer.ts';
import { newRequestIds, readRequest, type S3Request } from './http/s3-request.ts';
import { sendAnswer } from './http/send-answer.ts';
import type { Spoiling } from './http/spoil-answer.ts';
import { perform } from './perform.ts';
import { addressedLevel } from './router.ts';
import { S3Error } from './s3-error.ts';
import type { S3Store } from './store/s3-store.ts';
import type { Admission } from './throttle.ts';

/** Answers one HTTP request; never rejects. */
export async function handleRequest(exchange: Exchange): Promise<void> {
  const { service, message, response } = exchange;
  const ids = newRequestIds();
  const isHead = message.method === 'HEAD';
  let call: S3Call | undefined;
  let admission: Admission | undefined;
  try {
    let answer: S3Answer;
    let spoiling: Spoiling | undefined;
    let request: S3Request | undefined;
    try {
      request = throughAccessPoint(readRequest(message), service.store);
      call = newCall(request, service.now());
      service.calls.push(call);
      admission = service.throttle.admit(service.knobs.slowDown, request, service.now());
      if (service.knobs.latencyMs > 0) await service.wait(service.knobs.latencyMs);
      ({ answer, spoiling } = await perform(exchange, request, call, admission.isRefused));
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      if (call !== undefined) call.code = error.code;
      answer = withBucketRegion(errorAnswer(error, ids), service, request);
    }
    if (call !== undefined) call.status = answer.status;
    // A client still waiting for leave to send its body would take this connection's next use for that.
    if (exchange.expectsContinue && !message.complete) response.setHeader('connection', 'close');
    await sendAnswer(response, answer, { ids, now: service.now(), isHead, spoiling });
  } catch (error) {
    if (!isExpectedEnd(error, exchange)) {
      // A fault of the stand-in itself must not look like one of S3's errors.
      process.emitWarning(error instanceof Error ? error : String(error));
    }
    message.socket.resetAndDestroy();
  } finally {
    admission?.leave();
  }
}

/** A reset that was asked for, a client that went away, or the stand-in being closed. */
function isExpectedEnd(error: unknown, { message, response }: Exchange): boolean {
  if (error instanceof ConnectionReset || message.errored !== null || response.destroyed) return true;
  return error instanceof Error && error.name === 'AbortError';
}

/** From here on an access point is its bucket. */
function throughAccessPoint(request: S3Request, store: S3Store): S3Request {
  const bucket = store.bucketName(request.bucket);
  return bucket === request.bucket ? request : { ...request, bucket };
}

/** Errors about a bucket, and bodiless ones about an object, tell where the bucket is. */
function withBucketRegion(answer: S3Answer, service: S3Service, request: S3Request | undefined): S3Answer {
  const bucket = request && service.store.findBucket(request.bucket);
  if (request === undefined || bucket === undefined) return answer;
  if (addressedLevel(request) === 'object' && request.method !== 'HEAD') return answer;
  return { ...answer, headers: { ...answer.headers, 'x-amz-bucket-region': bucket.region } };
}
