import { dnsSuffix, partitionOf } from '../../../../shared/partition.ts';
import type { CountingHttpHandler } from '../../support/http-handler.ts';
import type { StsAddress } from './credential-plan.ts';

/**
 * How the SDK's providers are to build their STS client: our region, endpoint, certificates and time limits, and
 * nothing from the environment or another profile.
 */
export function stsClientConfig(sts: StsAddress, handler: CountingHttpHandler, signal: AbortSignal) {
  const { region, endpoint, useFipsEndpoint, useDualstackEndpoint } = sts;
  return {
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    useFipsEndpoint,
    useDualstackEndpoint,
    // Left alone, the SDK takes the `endpoint_url` of `[default]` or `AWS_PROFILE`.
    ignoreConfiguredEndpointUrls: true,
    requestHandler: cancelledBy(handler, signal),
    maxAttempts: 1, // so that waiting is on our clock and can be cancelled
  };
}

/** For error texts. */
export function stsHost({ region, endpoint }: StsAddress): string {
  if (endpoint !== undefined && URL.canParse(endpoint)) return new URL(endpoint).host;
  return `sts.${region}.${dnsSuffix(partitionOf(region))}`;
}

/** The providers take no signal; the requests that they send do. */
export function cancelledBy(handler: CountingHttpHandler, signal: AbortSignal) {
  return {
    metadata: handler.metadata,
    handle: (...[request, options]: Parameters<CountingHttpHandler['handle']>) =>
      handler.handle(request, { ...options, abortSignal: signal }),
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => handler.httpHandlerConfigs(),
    destroy: () => undefined, // it is everybody's
  };
}
