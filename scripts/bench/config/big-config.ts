/** Profiles that sign in through one session, as a person with many accounts has them. */
export function bigConfig(profiles: number): string {
  const session =
    '[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n';
  const each = Array.from({ length: profiles }, (_, index) => {
    const account = String(100_000_000_000 + Math.floor(index / 2) * 7_919);
    const role = index % 2 === 0 ? 'ReadOnly' : 'AdministratorAccess';
    return `[profile ${account}-${role}]\nsso_session = acme\nsso_account_id = ${account}\nsso_role_name = ${role}\nregion = eu-west-1\noutput = json\n`;
  });
  return [session, ...each].join('\n');
}
