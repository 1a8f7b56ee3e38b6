import { checkRegion } from './auth/check-region.ts';
import { readSignatureClaim } from './auth/signature-claim.ts';
import { verifySignature, type VerifiedSignature } from './auth/verify-signature.ts';
import type { S3Call } from './call-log.ts';
import { accessDenied } from './errors.ts';
import { ConnectionReset, type Exchange, type S3Service } from './exchange.ts';
import { errorOfShape, type FailureMode, failureShapes } from './failures.ts';
import type { S3Answer } from './http/s3-answer.ts';
import type { S3Request } from './http/s3-request.ts';
import { type Spoiling, spoilingOf } from './http/spoil-answer.ts';
import type { Operation, OperationContext } from './operation.ts';
import { checkExpectedOwner } from './operations/object-answer.ts';
import { checkLength, readPayload } from './payload/read-payload.ts';
import { checkRequesterPays } from './requester-pays.ts';
import { addressedLevel, route } from './router.ts';

/** What came of a request. */
export interface Performance {
  readonly answer: S3Answer;
  /** How the answer is to be spoilt on its way out. */
  readonly spoiling: Spoiling | undefined;
}

/**
 * Finds out who asks for what, lets it fail where that is scripted, and carries it out.
 * @param isRefused whether the request is one too many
 * @throws S3Error; ConnectionReset where nothing is to be answered
 */
export async function perform(
  exchange: Exchange,
  request: S3Request,
  call: S3Call,
  isRefused: boolean,
): Promise<Performance> {
  const { service } = exchange;
  const operation = route(request);
  call.operation = operation.name;
  const signature = authenticate(service, request, operation);
  Object.assign(call, signature.caller, { region: signature.region });
  if (isRefused) throw errorOfShape(failureShapes.slowDown);
  const failure = service.failures.take({
    operation: operation.name,
    bucket: request.bucket,
    accessKeyId: signature.caller.accessKeyId,
  });
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
  return { answer, spoiling: spoilingOf(failure) };
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
  if (operation.name === 'CreateBucket') {
    const denial = service.denials.check({
      caller: context.caller,
      action: operation.action,
      bucket: request.bucket,
    });
    if (denial !== undefined) throw denial;
    return operation.run(context);
  }
  if (addressedLevel(request) === 'service') {
    context.authorize(operation.action);
    return operation.run(context);
  }
  const bucket = service.store.bucket(request.bucket);
  checkExpectedOwner(context);
  const action = wantedAction(operation, request);
  if (action !== '') context.authorize(action, bucket, request.key);
  const charged = checkRequesterPays(context, bucket);
  const answer = operation.run(context);
  return { ...answer, headers: { ...answer.headers, ...charged } };
}

function wantedAction({ action, versionAction = action }: Operation, request: S3Request): string {
  return request.query.has('versionId') ? versionAction : action;
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
