import type { Client } from '../client-registry.ts';
import { type Organisation, organisationName } from '../organisation.ts';
import { ACCOUNT_ACCESS } from '../sessions.ts';
import { type Html, NOTHING, html } from './html.ts';

/** What the person is asked to agree to. */
export interface Consent {
  client: Client;
  organisation: Organisation;
  /** Device flow: the code the app shows, to be compared. */
  userCode: string | undefined;
  /** Where the form posts to. */
  action: string;
  csrf: string;
}

/** The question both flows ask, with buttons named "Allow access" and "Deny access". */
export function consentContent({ client, organisation, userCode, action, csrf }: Consent): Html {
  const check =
    userCode === undefined
      ? html`<p>Go on only if you have just started this yourself.</p>`
      : html`<p>Go on only if the app shows this code right now:</p>
          <p class="code">${userCode}</p>`;
  return html`${portalLine(organisation)}
    <h1>Allow ${client.clientName} to reach your AWS accounts?</h1>
    ${check}
    <dl>
      <dt>Application</dt>
      <dd>${client.clientName}</dd>
      <dt>Organisation</dt>
      <dd>${organisation.startUrl}</dd>
      <dt>Access</dt>
      <dd>${accessText(client)}</dd>
    </dl>
    <form method="post" action="${action}">
      <input type="hidden" name="csrf" value="${csrf}" />
      ${userCode === undefined ? NOTHING : html`<input type="hidden" name="user_code" value="${userCode}" />`}
      <div class="choices">
        <button class="main" name="decision" value="allow">Allow access</button>
        <button name="decision" value="deny">Deny access</button>
      </div>
    </form>`;
}

export function portalLine(organisation: Organisation): Html {
  return html`<p class="portal"><b>${organisationName(organisation)}</b> access portal</p>`;
}

function accessText(client: Client): string {
  const wanted = client.scopes.length === 0 || client.scopes.includes(ACCOUNT_ACCESS);
  const accounts = wanted ? ['See your accounts and roles, and get temporary credentials for them'] : [];
  const others = client.scopes.filter((scope) => scope !== ACCOUNT_ACCESS);
  return [...accounts, ...others].join(', ');
}
