import type { CenterState } from '../center-state.ts';
import type { Client } from '../client-registry.ts';
import type { CodeGrant } from '../authorization-codes.ts';
import { matchesRegistered } from '../redirect-uri.ts';
import { type Reply, redirectReply } from '../reply.ts';
import { consentContent } from './consent.ts';
import type { Fields } from './device-page.ts';
import type { FormGuard } from './form-guard.ts';
import { messageReply, pageReply } from './layout.ts';

/** An authorization request (RFC 6749 §4.1.1 with RFC 7636) of which at least the way back can be trusted. */
interface AuthorizeRequest {
  client: Client;
  redirectUri: string;
  state: string | undefined;
  /** What the code will be good for, or the OAuth error the client gets instead. */
  outcome: CodeGrant | { error: string; description: string };
}

/** `GET /authorize`: asks for the decision, or sends the browser back with what is wrong. */
export function openAuthorizePage(state: CenterState, guard: FormGuard, query: Fields): Reply {
  const request = readRequest(state, query);
  if (request === undefined) return untrusted();
  const { client, outcome, redirectUri } = request;
  if ('error' in outcome) return refuse(request, outcome.error, outcome.description);
  if (state.knobs.autoApprove) return allow(state, request, outcome);
  const search = new URLSearchParams(query).toString();
  const { organisation } = outcome;
  const action = `/authorize?${search}`;
  const csrf = guard.token(search);
  const content = consentContent({ client, organisation, userCode: undefined, action, csrf });
  return pageReply({ title: 'Allow access?', content, formTarget: new URL(redirectUri).origin });
}

/** `POST /authorize` with the same query and the form's decision: sends the browser back with a code or an error. */
export function decideAuthorize(state: CenterState, guard: FormGuard, query: Fields, form: Fields): Reply {
  const request = readRequest(state, query);
  if (request === undefined) return untrusted();
  const { outcome } = request;
  if ('error' in outcome) return refuse(request, outcome.error, outcome.description);
  if (!guard.accepts(new URLSearchParams(query).toString(), form['csrf'])) {
    return messageReply(403, 'This form is no longer valid', 'Sign in again from your app.');
  }
  return form['decision'] === 'allow'
    ? allow(state, request, outcome)
    : refuse(request, 'access_denied', 'The person denied access.');
}

/** RFC 6749 §4.1.2.1: with an unknown client or redirect URI the browser must not be sent anywhere. */
function readRequest(state: CenterState, query: Fields): AuthorizeRequest | undefined {
  const client = state.clients.find(query['client_id'] ?? '');
  const redirectUri = query['redirect_uri'] ?? '';
  if (client === undefined || !matchesRegistered(client.redirectUris, redirectUri)) return undefined;
  const outcome = grantFor(client, redirectUri, query);
  return { client, redirectUri, state: query['state'], outcome };
}

function grantFor(client: Client, redirectUri: string, query: Fields): AuthorizeRequest['outcome'] {
  const codeChallenge = query['code_challenge'] ?? '';
  // The parameter is `scopes` in the AWS CLI and `scope` in other tools; the service takes both.
  const scopes = (query['scopes'] ?? query['scope'] ?? '').split(' ').filter((scope) => scope !== '');
  const { organisation } = client;
  if (query['response_type'] !== 'code') {
    return { error: 'unsupported_response_type', description: "The response_type must be 'code'." };
  }
  if (organisation === undefined || !client.grantTypes.includes('authorization_code')) {
    return { error: 'unauthorized_client', description: 'The client is not registered for this grant.' };
  }
  if (query['code_challenge_method'] !== 'S256' || !/^[\w-]{43}$/.test(codeChallenge)) {
    return { error: 'invalid_request', description: 'An S256 code_challenge is needed.' };
  }
  if (!scopes.every((scope) => client.scopes.includes(scope))) {
    return { error: 'invalid_scope', description: 'A scope is not among the registered ones.' };
  }
  return { client, organisation, redirectUri, codeChallenge };
}

function allow(state: CenterState, request: AuthorizeRequest, grant: CodeGrant): Reply {
  return goBack(request, { code: state.codes.issue(grant) });
}

function refuse(request: AuthorizeRequest, error: string, description: string): Reply {
  return goBack(request, { error, error_description: description });
}

function goBack({ redirectUri, state }: AuthorizeRequest, answer: Record<string, string>): Reply {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  if (state !== undefined) target.searchParams.set('state', state);
  return redirectReply(target.href);
}

function untrusted(): Reply {
  const text =
    'The app that opened this page is not registered here, or asks to be answered at another address.';
  return messageReply(400, 'This sign-in can’t go on', text);
}
