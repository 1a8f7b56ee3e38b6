import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkRegion } from './auth/check-region.ts';
import { readSignatureClaim } from './auth/signature-claim.ts';
import { verifySignature, type VerifiedSignature } from './auth/verify-signature.ts';
import { newCall, type S3Call } from './call-log.ts';
import type { CredentialLookup } from './credential-lookup.ts';
import type { Denials } from './denials.ts';
import { accessDenied } from './errors.ts';
import { errorOfShape, type FailureMode, type FailureScript } from './failures.ts';
import { errorAnswer, type S3Answer } from './http/s3-answer.ts';
import { newRequestIds, readRequest, type S3Request } from './http/s3-request.ts';
import { sendAnswer, type Spoiling } from './http/send-answer.ts';
import type { S3Knobs } from './knobs.ts';
import type { Operation, OperationContext } from './operation.ts';
import { checkExpectedOwner } from './operations/object-answer.ts';
import { checkLength, readPayload } from './payload/read-payload.ts';
import { addressedLevel, route } from './router.ts';
import { S3Error } from './s3-error.ts';
import type { S3Store } from './store/s3-store.ts';

/** The parts of a running stand-in that a request needs. */
export interface S3Service {
  readonly credentials: CredentialLookup;
  readonly store: S3Store;
  readonly knobs: S3Knobs;
  readonly denials: Denials;
  readonly failures: FailureScript;
  readonly calls: S3Call[];
  readonly now: () => number;
  /** Waits, or rejects when the stand-in is closed meanwhile. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** One request and its answer being made. */
interface Exchange {
  readonly service: S3Service;
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  /** Whether the client waits for `100 Continue` before it sends the body. */
  readonly expectsContinue: boolean;
}

/** Thrown to cut the connection instead of answering. */
class ConnectionReset extends Error {}

/** Answers one HTTP request; never rejects. */
export async function handleRequest(exchange: Exchange): Promise<void> {
  const { service, message, response } = exchange;
  const ids = newRequestIds();
  const isHead = message.method === 'HEAD';
  let call: S3Call | undefined;
  try {
    let answer: S3Answer;
    let spoiling: Spoiling | undefined;
    let request: S3Request | undefined;
    try {
      request = readRequest(message);
      call = newCall(request, service.now());
      service.calls.push(call);
      if (service.knobs.latencyMs > 0) await service.wait(service.knobs.latencyMs);
      ({ answer, spoiling } = await perform(exchange, request, call));
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
  }
}

/** A reset that was asked for, a client that went away, or the stand-in being closed. */
function isExpectedEnd(error: unknown, { message, response }: Exchange): boolean {
  if (error instanceof ConnectionReset || message.errored !== null || response.destroyed) return true;
  return error instanceof Error && error.name === 'AbortError';
}

async function perform(
  exchange: Exchange,
  request: S3Request,
  call: S3Call,
): Promise<{ answer: S3Answer; spoiling: Spoiling | undefined }> {
  const { service } = exchange;
  const operation = route(request);
  call.operation = operation.name;
  const signature = authenticate(service, request, operation);
  Object.assign(call, signature.caller, { region: signature.region });
  const failure = service.failures.take(operation.name);
  await failBefore(exchange, failure, operation);
  if (operation.takesObject) checkLength(request);
  if (exchange.expectsContinue) exchange.response.writeContinue();
  const payload = await readPayload(exchange.message, request, signature);
  const answer = runAuthorized(service, operation, {
    request,
    payload,
    caller: signature.caller,
    region: signature.region,
    store: service.store,
    knobs: service.knobs,
    now: service.now(),
    authorize: (action, bucket, key) => authorize(service, signature, action, bucket, key),
  });
  if (failure === 'lost-answer') throw new ConnectionReset();
  const spoils = failure === 'reset-mid-body' || failure === 'truncate' || failure === 'garbage';
  return { answer, spoiling: spoils ? failure : undefined };
}

/** Region first, then the signature: that is how S3 can tell a bucket's region to anyone who asks. */
function authenticate(service: S3Service, request: S3Request, operation: Operation): VerifiedSignature {
  const claim = readSignatureClaim(request);
  if (claim === undefined) throw accessDenied();
  const bucket = service.store.findBucket(request.bucket);
  // GetBucketLocation may also be asked of us-east-1, whose endpoint knows every bucket; CreateBucket says where itself.
  const isAnywhere =
    operation.name === 'CreateBucket' ||
    (operation.name === 'GetBucketLocation' && claim.region === 'us-east-1');
  if (bucket !== undefined && !isAnywhere) {
    checkRegion(claim, bucket, service.knobs.regionMismatch, request.host);
  }
  return verifySignature(request, claim, service.credentials, service.now());
}

function runAuthorized(service: S3Service, operation: Operation, context: OperationContext): S3Answer {
  const { request } = context;
  const level = addressedLevel(request);
  if (operation.name === 'CreateBucket') {
    const denial = service.denials.check({
      caller: context.caller,
      action: operation.action,
      bucket: request.bucket,
    });
    if (denial !== undefined) throw denial;
  } else if (level === 'service') {
    context.authorize(operation.action);
  } else {
    const bucket = service.store.bucket(request.bucket);
    checkExpectedOwner(context);
    if (operation.action !== '') context.authorize(operation.action, bucket, request.key);
  }
  return operation.run(context);
}

function authorize(
  service: S3Service,
  signature: VerifiedSignature,
  ...[action, bucket, key]: Parameters<OperationContext['authorize']>
): void {
  const denial = service.denials.check({ caller: signature.caller, action, bucket, key });
  if (denial !== undefined) throw denial;
}

/** The scripted failures that come instead of the operation. @throws S3Error, ConnectionReset */
async function failBefore(
  { service, message, response, expectsContinue }: Exchange,
  failure: FailureMode | undefined,
  operation: Operation,
): Promise<void> {
  if (failure === 'reset') throw new ConnectionReset();
  if (failure === 'reset-mid-body' && operation.takesObject) {
    if (expectsContinue) response.writeContinue();
    await new Promise<void>((resolve) => {
      for (const event of ['data', 'end', 'close']) message.once(event, () => resolve());
    });
    throw new ConnectionReset();
  }
  if (typeof failure !== 'object') return;
  if ('delayMs' in failure) await service.wait(failure.delayMs);
  else throw errorOfShape(failure);
}

/** Errors about a bucket, and bodiless ones about an object, tell where the bucket is. */
function withBucketRegion(answer: S3Answer, service: S3Service, request: S3Request | undefined): S3Answer {
  const bucket = request && service.store.findBucket(request.bucket);
  if (request === undefined || bucket === undefined) return answer;
  if (addressedLevel(request) === 'object' && request.method !== 'HEAD') return answer;
  return { ...answer, headers: { ...answer.headers, 'x-amz-bucket-region': bucket.region } };
}
