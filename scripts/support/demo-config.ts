/** A role that a profile of the demo takes on through another one. */
export const RELEASE_ROLE = 'arn:aws:iam::444455556666:role/ReleaseManager';

/** The `~/.aws/config` of the demo's throw-away home: what a developer's own tends to look like. */
export const DEMO_CONFIG = `# Bucket Porter demo: a throw-away home folder.
# Change this file while the app is open, and watch the sidebar follow.

[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile prod-readonly]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = ReadOnlyAccess
region = eu-west-1

[profile dev]
sso_session = acme
sso_account_id = 444455556666
sso_role_name = DeveloperAccess
region = ap-northeast-1

[profile dev-auditor]
# This role may not list buckets: see how the app says so.
sso_session = acme
sso_account_id = 444455556666
sso_role_name = Auditor
region = ap-northeast-1

[profile data-platform-analytics-engineering-readonly]
sso_session = acme
sso_account_id = 777788889999
sso_role_name = DataScientist
region = us-east-1

[sso-session kitakaze]
sso_start_url = https://kitakaze.awsapps.com/start
sso_region = ap-northeast-1
sso_registration_scopes = sso:account:access

[profile legacy-partner]
# The older form, without an sso-session: eight hours, no refresh.
sso_start_url = https://d-9067f2a1b3.awsapps.com/start
sso_region = us-east-1
sso_account_id = 222233334444
sso_role_name = PartnerAccess
region = us-east-1

[profile release]
# A role taken on through another profile.
role_arn = ${RELEASE_ROLE}
source_profile = dev
region = ap-northeast-1

[profile build-server]
# Not an IAM Identity Center profile.
credential_process = /usr/local/bin/build-server-credentials
region = eu-west-1
`;
