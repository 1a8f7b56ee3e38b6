import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answers, createAnswers } from './answers.ts';
import type { CallLog } from './call-log.ts';
import type { CenterState } from './center-state.ts';
import type { Failure, FailureScript } from './failure-script.ts';
import { type FoundRoute, type Route, findRoute } from './operations.ts';
import { messageReply } from './pages/layout.ts';
import { type Reply, errorReply, garbageReply, redirectReply, resultReply } from './reply.ts';
import { parseJson, readBody, readPortalParams } from './request-input.ts';
import { ServiceError, scriptedError, unknownOperation } from './service-error.ts';

/** A request, read and ready to be answered: its members for the log, and the answer still to be worked out. */
interface Prepared {
  params: Record<string, unknown>;
  answer(): Reply;
}

/** The HTTP side: finds the operation, logs the call, applies scripted failures, sends the answer. */
export function createListener(state: CenterState, log: CallLog, failures: FailureScript) {
  const answers = createAnswers(state);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(request.url ?? '/', state.url) ?? new URL(state.url);
    const body = await readBody(request).catch(() => undefined);
    // The client has gone away in the middle of its request.
    if (body === undefined) return;
    const found = findRoute(request.method ?? '', url.pathname);
    if (found === undefined || url.searchParams.get('aws_iam') === 't') {
      const isHome = request.method === 'GET' && url.pathname === '/';
      send(
        response,
        isHome ? redirectReply('/device') : errorReply(unknownOperation(request.method ?? '', url.pathname)),
      );
      return;
    }
    const { route, region } = found;
    const prepared = prepare(found, answers, request, url, body);
    const finish = log.begin(route.operation, state.knobs.clock(), prepared.params, region);
    response.once('close', () => finish(0));

    const failure = failures.take(route);
    if (failure === 'hang') return;
    if (failure === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    const reply = scriptedReply(route, failure) ?? answerSafely(prepared);
    if (typeof failure === 'object' && 'delayMs' in failure) {
      await sleep(failure.delayMs, undefined, { ref: false });
      if (response.destroyed) return;
    }
    finish(reply.status, reply.error);
    send(response, reply);
  };
}

function prepare(
  { route, region }: FoundRoute,
  answers: Answers,
  request: IncomingMessage,
  url: URL,
  body: string,
): Prepared {
  switch (route.service) {
    case 'oidc': {
      const json = parseJson(body);
      const params = typeof json === 'object' && json !== null ? { ...json } : {};
      return { params, answer: () => resultReply(answers.oidc[route.operation](json, region)) };
    }
    case 'portal': {
      const params = readPortalParams(request, url.searchParams);
      return { params, answer: () => resultReply(answers.portal[route.operation](params, region)) };
    }
    default: {
      const query = Object.fromEntries(url.searchParams);
      const form = Object.fromEntries(new URLSearchParams(body));
      const answer = () =>
        isOwnPage(request, url)
          ? answers.page[route.operation](query, form)
          : messageReply(403, 'Refused', 'This page answers only to its own address.');
      return { params: { ...query, ...form }, answer };
    }
  }
}

/** Against DNS rebinding and forms of other sites: approving a sign-in is worth protecting even here. */
function isOwnPage(request: IncomingMessage, url: URL): boolean {
  const hosts = [`127.0.0.1:${url.port}`, `localhost:${url.port}`];
  const { host = '', origin } = request.headers;
  return hosts.includes(host) && (origin === undefined || origin === `http://${host}`);
}

function answerSafely(prepared: Prepared): Reply {
  try {
    return prepared.answer();
  } catch (error) {
    if (error instanceof ServiceError) return errorReply(error);
    // A mistake in the stand-in itself. The server lives on, and the test sees what happened.
    return errorReply(new ServiceError(500, 'InternalServerException', { message: String(error) }));
  }
}

function scriptedReply(route: Route, failure: Failure | undefined): Reply | undefined {
  if (failure === 'garbage') return garbageReply();
  if (typeof failure !== 'object' || 'delayMs' in failure) return undefined;
  if (route.service !== 'page') return errorReply(scriptedError(route.service, failure));
  return messageReply(failure.status, 'Something went wrong', failure.message ?? 'Scripted failure.');
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
  response.end(reply.body);
}
