import type { AppErrorCode, AppErrorParams } from '../../app-error.ts';

/** An error in words: what happened, why probably, what to do now. */
export interface ErrorWords {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

export type ErrorMessages = {
  readonly [Code in AppErrorCode]: (params: Readonly<AppErrorParams[Code]>) => ErrorWords;
};

/** Why a text can't stand in a config file. */
const BAD_VALUE = {
  'line-break': 'It holds a line break or a control character.',
  empty: 'It is empty.',
  brackets: 'Square brackets and quotation marks can’t stand in a name.',
  'not-allowed': 'The AWS CLI and the SDKs would read something else than what was written.',
} as const;

const PROCESS_FAULTS = {
  'not-started': 'The system could not start it.',
  failed: 'It ended with an error.',
  timeout: 'It didn’t finish within a minute and was ended.',
  garbled: 'What it printed is not what AWS expects of such a process.',
  expired: 'The credentials that it printed have already expired.',
} as const;

/** Why a config file can’t be read, by the code that says so. */
const UNREADABLE: Readonly<Record<string, string>> = {
  EACCES: 'You may not read it.',
  EPERM: 'You may not read it.',
  EISDIR: 'It is a folder, not a file.',
  binary: 'It holds binary data, not text.',
  'too-large': 'It is too large for a config file.',
  'not-a-file': 'It is not a regular file.',
  broken: 'A line in it is broken, and programs refuse the whole file for it; see the problems in the list.',
  'broken-section':
    'There is a line at this place that programs read differently; see the problems in the list.',
};

export const errors: ErrorMessages = {
  'bridge.bad-request': ({ request }) => ({
    what: `The app refused a request of its own page (${request}).`,
    why: 'The page and the app are probably of different versions.',
    next: 'Restart Bucket Porter. If it happens again, please report it.',
  }),
  'bridge.untrusted-sender': () => ({
    what: 'A request was refused because it did not come from the app’s own window.',
    why: 'Only the main window may ask for anything.',
    next: 'Close other windows of the app and try again.',
  }),
  'bridge.cancelled': () => ({
    what: 'Stopped.',
    why: 'It was cancelled before it was done.',
    next: 'Try again when you like.',
  }),
  'bridge.disconnected': () => ({
    what: 'The connection to Bucket Porter is gone.',
    why: 'The process behind this page has probably ended.',
    next: 'Start Bucket Porter again and open the new address that it prints.',
  }),
  'profile.not-found': ({ profile }) => ({
    what: `There is no profile “${profile}”.`,
    why: 'It was probably renamed or removed in ~/.aws/config.',
    next: 'Choose another profile on the left.',
  }),
  'profile.incomplete': ({ profile, key }) => ({
    what: `The profile “${profile}” has no ${key}.`,
    why: 'Without it there are no credentials for this profile.',
    next: `Edit the profile and add ${key}.`,
  }),
  'profile.source-cycle': ({ profile }) => ({
    what: `The profile “${profile}” has no beginning.`,
    why: 'Its source_profile leads, from profile to profile, back to itself.',
    next: 'Edit one of these profiles so that the chain ends at one that signs in or has keys.',
  }),
  'profile.source-missing': ({ profile, source }) => ({
    what: `The profile “${profile}” takes its credentials from “${source}”, which doesn’t exist.`,
    why: 'That profile was probably renamed or deleted.',
    next: 'Edit the profile and name another source profile.',
  }),
  'profile.kind-unknown': ({ profile }) => ({
    what: `The profile “${profile}” doesn’t say where its credentials come from.`,
    why: 'It has neither a session nor keys, a role, or a process that gives them.',
    next: 'Edit the profile and choose a way to sign in.',
  }),
  'profile.role-refused': ({ profile, roleArn }) => ({
    what: `AWS doesn’t let “${profile}” take on the role ${roleArn}.`,
    why: 'The role’s trust policy doesn’t name these credentials, asks for MFA or an external ID, or sts:AssumeRole isn’t allowed.',
    next: 'Check the role’s trust policy, or ask the administrator of its account.',
  }),
  'profile.mfa-refused': ({ profile }) => ({
    what: `AWS refused the MFA codes for “${profile}”.`,
    why: 'The codes come from another device, were used before, or the device’s clock is off.',
    next: 'Wait for a new code and try again.',
  }),
  'profile.prompt-declined': ({ profile }) => ({
    what: `“${profile}” was not opened.`,
    why: 'What it needs from you was declined.',
    next: 'Try again to be asked once more.',
  }),
  'profile.process-failed': ({ profile, reason }) => ({
    what: `The credential process of “${profile}” gave no credentials.`,
    why: PROCESS_FAULTS[reason],
    next: 'Run the command in a terminal to see what it says, then try again.',
  }),
  'profile.no-credentials': ({ profile, reason }) => ({
    what: `There are no credentials for “${profile}”.`,
    why: reason,
    next: 'Check the profile’s keys and try again.',
  }),
  'session.not-found': ({ session }) => ({
    what: `There is no sign-in “${session}” any more.`,
    why: 'It was probably removed from ~/.aws/config.',
    next: 'Choose another sign-in on the left.',
  }),
  'sign-in.denied': ({ session }) => ({
    what: `The sign-in to “${session}” was denied.`,
    why: 'Deny was chosen on the approval page, or you have no access to this portal.',
    next: 'Sign in again and choose Allow, or ask your administrator for access.',
  }),
  'sign-in.code-expired': ({ session }) => ({
    what: `The code for “${session}” has expired.`,
    why: 'It wasn’t approved in time; a code lives for about ten minutes.',
    next: 'Sign in again to get a new code.',
  }),
  'sign-in.start-url-refused': ({ startUrl, region }) => ({
    what: `IAM Identity Center in ${region} doesn’t know ${startUrl}.`,
    why: 'The start URL has a typing error, or its Identity Center is in another region.',
    next: 'Compare the start URL and the region with your access portal’s address, correct what differs, then sign in again.',
  }),
  'sign-in.client-refused': ({ session }) => ({
    what: `IAM Identity Center refused to register the app for “${session}”.`,
    why: 'A registration scope isn’t allowed, or the registration was revoked.',
    next: 'Check sso_registration_scopes (sso:account:access is the usual one) and sign in again.',
  }),
  'sign-in.service-failed': ({ session, status }) => ({
    what: `IAM Identity Center could not finish the sign-in to “${session}” (${status}).`,
    why: 'The service has a passing fault.',
    next: 'Try again in a minute.',
  }),
  'start-url.not-understood': ({ text }) => ({
    what: `“${text}” is not an address.`,
    why: 'A start URL looks like https://my-company.awsapps.com/start.',
    next: 'Copy it from the browser while your organisation’s access portal is open.',
  }),
  'start-url.not-https': ({ text }) => ({
    what: `“${text}” is not an https address.`,
    why: 'Access portals are reached by https only.',
    next: 'Check the address, or ask your administrator for the start URL.',
  }),
  'start-url.not-a-portal': ({ host }) => ({
    what: `There is no AWS access portal at ${host}.`,
    why: 'The address answers, but it neither is a portal nor leads to one.',
    next: 'Open your organisation’s portal in the browser and copy its address from there.',
  }),
  'start-url.leads-elsewhere': ({ host, to }) => ({
    what: `${host} leads to ${to}, which doesn’t belong to AWS.`,
    why: 'It may lead through your company’s own sign-in page first.',
    next: 'Follow it in the browser to the AWS access portal and copy the address from there.',
  }),
  'session.signed-out': ({ session }) => ({
    what: `You are not signed in to “${session}”.`,
    why: 'The session has ended, or nobody has signed in yet.',
    next: 'Sign in to go on.',
  }),
  'session.rejected': ({ session }) => ({
    what: `The access portal no longer accepts the session of “${session}”.`,
    why: 'It was ended elsewhere: by an administrator, or by signing out in another program.',
    next: 'Sign in again.',
  }),
  'portal.forbidden': ({ accountId, roleName }) => ({
    what: `You may not use the role ${roleName} in account ${accountId}.`,
    why: 'The assignment was probably removed, or the role’s name has changed.',
    next: 'Ask your administrator for the permission set, or choose another role.',
  }),
  'portal.not-found': ({ accountId, roleName }) => ({
    what: `The access portal knows no role ${roleName} in account ${accountId}.`,
    why: 'The account id or role name in the profile is probably wrong.',
    next: 'Compare sso_account_id and sso_role_name with your access portal.',
  }),
  'portal.throttled': () => ({
    what: 'The access portal is being asked too often.',
    why: 'AWS limits how many requests an organisation may send each second; the app has waited and tried several times.',
    next: 'Wait a moment and try again.',
  }),
  'portal.failed': ({ status }) => ({
    what: `The access portal answered with an error (${status}).`,
    why: 'The service has a passing fault.',
    next: 'Try again in a minute.',
  }),
  's3.access-denied': ({ action, resource }) => ({
    what: `This role may not do ${action} on ${resource}.`,
    why: 'No policy of the role allows it, or one denies it.',
    next:
      action === 's3:ListAllMyBuckets'
        ? 'If you know a bucket’s name, open it directly. Else ask your administrator for this action.'
        : 'Ask your administrator for this action, or choose another role.',
  }),
  's3.credentials-expired': () => ({
    what: 'The role’s credentials have expired.',
    why: 'They end with the time the administrator allows, or the computer’s clock is wrong.',
    next: 'Try again; new ones are fetched by themselves.',
  }),
  's3.throttled': () => ({
    what: 'S3 asks for fewer requests.',
    why: 'Many requests reach the same buckets at the moment; the app has waited and tried several times.',
    next: 'Wait a moment and try again.',
  }),
  's3.no-such-bucket': ({ bucket }) => ({
    what: `There is no bucket “${bucket}”.`,
    why: 'The name has a typing error, or the bucket was deleted.',
    next: 'Check the name and try again.',
  }),
  's3.bad-bucket-name': ({ bucket }) => ({
    what: `“${bucket}” can’t be the name of a bucket.`,
    why: 'Names have 3 to 63 characters: lower-case letters, digits, dots and hyphens.',
    next: 'Check the name. An s3:// URI or a bucket’s ARN works, too.',
  }),
  's3.no-such-object': ({ bucket, key }) => ({
    what: `There is no object “${key}” in “${bucket}”.`,
    why: 'It was probably deleted or renamed since the list was read.',
    next: 'Refresh the list.',
  }),
  's3.delete-marker': ({ key }) => ({
    what: `“${key}” is a delete marker here.`,
    why: 'This version only says that the object was deleted; it has no content.',
    next: 'Choose an older version.',
  }),
  's3.archived': ({ key, storageClass }) => ({
    what: `“${key}” is archived (${storageClass}).`,
    why: 'Archived objects must be restored before they can be read.',
    next: 'Restore it first; that takes from minutes to two days.',
  }),
  's3.listing-broken': ({ bucket, reason }) => ({
    what: `The list of “${bucket}” could not be read to its end.`,
    why: {
      repeats: 'The server sent the same page again and again.',
      disordered: 'The server sent keys in the wrong order.',
      endless: 'The server kept announcing more, but sent nothing.',
      malformed: 'The server’s answer was broken, three times in a row.',
    }[reason],
    next: 'The rows so far are kept. Try to go on; if it fails again, the server has a defect.',
  }),
  's3.bucket-taken': ({ bucket }) => ({
    what: `The name “${bucket}” is taken.`,
    why: 'Bucket names are unique across all AWS accounts, and someone else has this one.',
    next: 'Choose another name.',
  }),
  's3.bucket-yours': ({ bucket }) => ({
    what: `You already have a bucket “${bucket}”.`,
    why: 'It is in this account, perhaps in another region.',
    next: 'Open it, or choose another name.',
  }),
  's3.bucket-not-empty': ({ bucket }) => ({
    what: `“${bucket}” is not empty.`,
    why: 'S3 deletes empty buckets only. Old versions, delete markers and unfinished uploads count, too.',
    next: 'Empty it first.',
  }),
  's3.name-not-typed': ({ bucket }) => ({
    what: 'The bucket was not deleted.',
    why: `The name typed is not “${bucket}”.`,
    next: 'Type the bucket’s name exactly.',
  }),
  's3.too-many-buckets': () => ({
    what: 'This account can’t have more buckets.',
    why: 'It has as many as its quota allows.',
    next: 'Delete one, or ask for a higher quota in Service Quotas.',
  }),
  's3.bucket-half-made': ({ bucket, missing }) => ({
    what: `“${bucket}” was made, but not everything could be set: ${missing}.`,
    why: 'The role may probably make buckets, but not change this setting.',
    next: 'The bucket is there. Ask your administrator to set the rest, or delete it.',
  }),
  's3.not-supported': ({ what }) => ({
    what: `This server doesn’t know ${what}.`,
    why: 'S3-compatible servers have a part of S3 only.',
    next: 'Nothing is wrong; it just can’t be shown here.',
  }),
  'link.not-understood': () => ({
    what: 'The link could not be followed.',
    why: 'It is not a link to a place in S3, or it was cut off.',
    next: 'Copy the whole link and try again.',
  }),
  'link.no-such-role': ({ accountId, roleName }) => ({
    what: `The link leads to a role you don’t have here: ${roleName} in account ${accountId}.`,
    why: 'None of your profiles or sign-ins has this account and role.',
    next: 'Sign in to the organisation it belongs to, or ask whoever sent the link.',
  }),
  'work.gone': () => ({
    what: 'What this was about is gone.',
    why: 'The list or task was closed in the meantime.',
    next: 'Open it again.',
  }),
  'work.out-of-memory': () => ({
    what: 'There are more rows than fit in memory.',
    why: 'The list outgrew what this app may use.',
    next: 'The rows so far are kept. Open a deeper folder, or search for less.',
  }),
  'preview.unreadable': ({ key, reason }) => ({
    what: `“${key}” can’t be shown.`,
    why: `Its content is not what its name or type says (${reason}).`,
    next: 'Look at it as text or hex.',
  }),
  's3.failed': ({ code, status }) => ({
    what: `S3 answered with an error: ${code} (${status}).`,
    why: 'The service has a passing fault, or the endpoint doesn’t know this request.',
    next: 'Try again. The details may help your administrator.',
  }),
  'clock.skewed': ({ host }) => ({
    what: `${host} refused the request because of its time stamp.`,
    why: 'This computer’s clock is more than a few minutes off.',
    next: 'Set the clock (turn on automatic time), then try again.',
  }),
  'network.unreachable': ({ host }) => ({
    what: `${host} can’t be reached.`,
    why: 'The network is down, or a firewall or VPN is in the way.',
    next: 'Check the connection and try again.',
  }),
  'network.name-not-found': ({ host }) => ({
    what: `There is no server called ${host}.`,
    why: 'The network is down, or the region in ~/.aws/config has a typing error.',
    next: 'Check the connection and the region, then try again.',
  }),
  'network.timeout': ({ host }) => ({
    what: `${host} didn’t answer in time.`,
    why: 'The network is slow, or a firewall drops the request.',
    next: 'Check the connection and try again.',
  }),
  'network.certificate': ({ host, reason }) => ({
    what: `The certificate of ${host} isn’t trusted.`,
    why: `A company proxy probably inspects the traffic (${reason}).`,
    next: 'Name your company’s CA file in AWS_CA_BUNDLE, or add it to the system’s trusted certificates, and restart the app.',
  }),
  'network.garbled': ({ host }) => ({
    what: `${host} sent an answer that makes no sense.`,
    why: 'A proxy or a sign-in page of the network probably answered in its place.',
    next: 'Check the connection (hotel or guest networks want a sign-in first) and try again.',
  }),
  'page.refused': ({ host }) => ({
    what: `The app did not open a page on ${host}.`,
    why: 'It opens only pages of your access portal and of AWS.',
    next: 'Check the start URL in ~/.aws/config.',
  }),
  'page.not-opened': ({ url }) => ({
    what: 'The browser could not be opened.',
    why: 'No default browser is set, or it did not start.',
    next: `Copy the address and open it yourself: ${url}`,
  }),
  'disk.full': ({ path }) => ({
    what: `${path} can’t be written: the disk is full.`,
    why: 'No space is left on the device.',
    next: 'Free some space and try again. Nothing was lost; the old file is as it was.',
  }),
  'disk.refused': ({ path }) => ({
    what: `${path} can’t be written.`,
    why: 'The folder or file is read-only for you.',
    next: 'Check its permissions and try again. The old file is as it was.',
  }),
  'config.unreadable': ({ path, reason }) => ({
    what: `${path} can’t be read, so nothing was written to it.`,
    why: UNREADABLE[reason] ?? reason,
    next: 'Mend or move the file, then try again.',
  }),
  'config.changed-elsewhere': ({ path }) => ({
    what: `${path} was changed by another program in the meantime. Nothing was written.`,
    why: 'The change touches the same lines as yours.',
    next: 'Look at the new difference and decide again.',
  }),
  'config.not-writable': ({ path }) => ({
    what: `${path} can’t be written. It is as it was.`,
    why: 'The file or its folder is read-only, or belongs to another user.',
    next: 'Change its permissions and try again.',
  }),
  'config.locked': ({ path }) => ({
    what: `${path} is being changed by another copy of Bucket Porter.`,
    why: 'It has held the file for several seconds.',
    next: 'Try again when it is done.',
  }),
  'config.name-taken': ({ name }) => ({
    what: `The name “${name}” is taken.`,
    why: 'Two of the same name would be one to the AWS CLI.',
    next: 'Choose another name.',
  }),
  'config.bad-value': ({ key, reason }) => ({
    what: `That can’t stand in a config file as “${key}”.`,
    why: BAD_VALUE[reason],
    next: 'Change it and go on.',
  }),
  'config.no-such-section': ({ name }) => ({
    what: `“${name}” isn’t in the config files any more.`,
    why: 'It was probably renamed or deleted by another program.',
    next: 'Close this and choose again on the left.',
  }),
  'config.nothing-to-undo': () => ({
    what: 'There is nothing to undo.',
    why: 'The last change was taken back already.',
    next: 'Older versions are among the backups in the app’s folder.',
  }),
  'vault.locked': () => ({
    what: 'The saved session can’t be opened: the keychain doesn’t give its key.',
    why: 'The keychain is locked, or access to it was refused.',
    next: 'Unlock the keychain, then try again.',
  }),
  'portal.accounts-forbidden': ({ session }) => ({
    what: `The access portal shows no accounts to the session of “${session}”.`,
    why: 'Its registration scopes don’t include sso:account:access, or access to the portal was taken away.',
    next: 'Check sso_registration_scopes in ~/.aws/config and sign in again, or ask your administrator.',
  }),
  'portal.roles-forbidden': ({ accountId }) => ({
    what: `The access portal shows no roles in account ${accountId}.`,
    why: 'The account was probably taken from you, or it has left the organisation.',
    next: 'Refresh the list of accounts, or ask your administrator.',
  }),
  internal: () => ({
    what: 'Something went wrong inside Bucket Porter.',
    why: 'This is a defect in the app.',
    next: 'Try again. If it happens again, please report it with the details.',
  }),
};
