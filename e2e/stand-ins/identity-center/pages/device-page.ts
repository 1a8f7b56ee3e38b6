import type { CenterState } from '../center-state.ts';
import type { DeviceAuthorization } from '../device-authorizations.ts';
import { type Reply, redirectReply } from '../reply.ts';
import { consentContent, portalLine } from './consent.ts';
import type { FormGuard } from './form-guard.ts';
import { type Html, NOTHING, html } from './html.ts';
import { messageReply, pageReply } from './layout.ts';

/** Query or form fields, by name. */
export type Fields = Readonly<Record<string, string>>;

/** `GET /device[?user_code=]`: asks for the code, says what is wrong with it, or asks for the decision. */
export function openDevicePage(state: CenterState, guard: FormGuard, fields: Fields): Reply {
  const typed = fields['user_code']?.trim() ?? '';
  if (typed === '') return askForCode(200, '', NOTHING);
  const authorization = state.devices.find(typed);
  const problem = problemWith(state, authorization, typed.toUpperCase());
  if (authorization === undefined || problem !== undefined) {
    // A mistyped code stays in the field to be corrected; one that is over would only be in the way.
    return authorization === undefined
      ? askForCode(404, typed, html`${problem ?? ''}`)
      : askForCode(410, '', html`${problem ?? ''}`);
  }
  const { client, organisation, userCode } = authorization;
  const csrf = guard.token(userCode);
  const content = consentContent({ client, organisation, userCode, action: '/device', csrf });
  return pageReply({ title: 'Allow access?', content });
}

/** `POST /device`: records the decision. Leads on to the done page, which can be reloaded without harm. */
export function decideDevice(state: CenterState, guard: FormGuard, fields: Fields): Reply {
  const { user_code: userCode = '', csrf, decision } = fields;
  if (!guard.accepts(userCode, csrf) || (decision !== 'allow' && decision !== 'deny')) {
    return messageReply(403, 'This form is no longer valid', 'Open the link from your app again.');
  }
  const authorization = state.devices.find(userCode);
  if (authorization === undefined || problemWith(state, authorization, userCode) !== undefined) {
    return openDevicePage(state, guard, { user_code: userCode });
  }
  authorization.decision = decision === 'allow' ? 'approved' : 'denied';
  return redirectReply(`/device/done?user_code=${userCode}`);
}

/** `GET /device/done?user_code=`: what was decided. */
export function openDonePage(state: CenterState, fields: Fields): Reply {
  const authorization = state.devices.find(fields['user_code'] ?? '');
  if (authorization === undefined || authorization.decision === 'pending') return redirectReply('/device');
  const { client, organisation, decision } = authorization;
  const title = decision === 'denied' ? 'Access denied' : 'Access allowed';
  const text = decision === 'denied' ? 'got no access' : 'is signed in';
  const content = html`${portalLine(organisation)}
    <h1>${title}</h1>
    <p>${client.clientName} ${text}.</p>
    <p>You can close this page.</p>`;
  return pageReply({ title, content });
}

function problemWith(
  state: CenterState,
  authorization: DeviceAuthorization | undefined,
  userCode: string,
): string | undefined {
  if (authorization === undefined) {
    return `No sign-in is waiting for the code ${userCode}. Compare it with the code your app shows.`;
  }
  if (authorization.decision !== 'pending') {
    return `The code ${userCode} has been used already. Sign in again from your app to get a new one.`;
  }
  if (state.devices.isExpired(authorization)) {
    return `The code ${userCode} has expired. Sign in again from your app to get a new one.`;
  }
  return undefined;
}

function askForCode(status: number, typed: string, problem: Html): Reply {
  const alert =
    problem === NOTHING ? NOTHING : html`<p class="alert" id="problem" role="alert">${problem}</p>`;
  const described = problem === NOTHING ? NOTHING : html`aria-invalid="true" aria-describedby="problem"`;
  const content = html`<h1>Sign in to an app</h1>
    <p>Enter the code your app shows.</p>
    <form method="get" action="/device">
      ${alert}
      <label for="code">Code</label>
      <input
        id="code"
        type="text"
        name="user_code"
        value="${typed}"
        placeholder="XXXX-XXXX"
        required
        autofocus
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        ${described}
      />
      <button class="main">Continue</button>
    </form>`;
  return pageReply({ status, title: 'Enter the code', content });
}
