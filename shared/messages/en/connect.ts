import type { BadName, NameProblem } from '../../profile-names.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);
type Count = { readonly count: number; readonly text: string };

const badNames = {
  empty: 'A name is needed.',
  'line-break': 'A name can’t hold a line break.',
  brackets: 'A name can’t hold square brackets.',
  'not-allowed':
    'A name can’t hold quotes, backslashes or control characters, nor begin or end with a space.',
} satisfies Record<BadName, string>;

/** Setting up a sign-in and its profiles, and comparing them with the access portal. */
export const connect = {
  title: 'Connect to your organisation',
  intro:
    'In a few steps from the address of your AWS access portal to profiles that work here, in the aws command, and in everything else that reads ~/.aws/config. Nothing is written before the last step.',
  startOver: 'Start over',
  change: 'Change',
  changeStep: (p: { step: string }) => `Change: ${p.step}`,
  next: 'Continue',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  stepOf: (p: { number: string; of: string; title: string }) => `Step ${p.number} of ${p.of}: ${p.title}`,
  discard: {
    title: 'Start over?',
    body: 'What you have entered is forgotten, and the sign-in that was begun here is ended. Your config files stay as they are.',
    keep: 'Keep going',
    discard: 'Start over',
  },
  home: {
    body: 'You need the address of your AWS access portal, the page on which you choose among your AWS accounts. The rest is found out or asked for.',
    connect: 'Connect to your organisation',
    file: 'Profiles are written to',
    notYet: '(it doesn’t exist yet)',
    byHand: 'Write the config file by hand instead',
    byHandBody:
      'Put in your own start URL, region, account and role. What is in the file appears here by itself.',
    demo: 'This is the demo. Its sample config file has been emptied; start the demo again to have the sample sign-ins back.',
  },
  startUrl: {
    title: 'Start URL',
    label: 'Start URL of the AWS access portal',
    hint: 'The address of your organisation’s access portal, or your organisation’s own link to it. For example https://my-company.awsapps.com/start',
    checking: 'Checking the address…',
    understood: 'This is an access portal',
    portal: 'Portal',
    leadsTo: 'Leads to',
    partition: 'Partition',
    region: 'Region',
    regionFrom: {
      host: 'from the address',
      redirect: 'from where the address leads',
      search: 'found by asking',
      typed: 'entered by you',
    },
    regionUnknown: 'not in the address; it is looked for next',
    partitions: {
      aws: 'AWS',
      'aws-cn': 'AWS China',
      'aws-us-gov': 'AWS GovCloud (US)',
      'aws-eusc': 'AWS European Sovereign Cloud',
    } as Readonly<Record<string, string>>,
  },
  reuse: {
    same: 'You have a sign-in for this portal',
    any: 'Or add profiles to a sign-in that you have',
    take: 'Use',
    takeThis: (p: { session: string }) => `Use ${p.session}`,
    again: 'Continue below to set up another one, for example for a second identity.',
  },
  region: {
    title: 'Region',
    label: 'Region of IAM Identity Center',
    hint: 'The region in which your organisation has IAM Identity Center; your buckets may be anywhere.',
    searching: 'Looking for the portal’s region…',
    searchingBody: 'Each region is asked whether it knows this portal. This takes some seconds.',
    stop: 'Stop looking',
    stopped: 'You stopped the search, so please enter the region.',
    notFound: (p: { asked: string; count: number }) =>
      `The address doesn’t say its region, and ${p.count === 1 ? 'the one region that answered doesn’t' : `none of the ${p.asked} regions that answered`} know${p.count === 1 ? '' : 's'} this portal. Please enter the region.`,
    unreachable: (p: Count) =>
      `${p.text} ${plural(p.count, 'region', 'regions')} could not be reached, and the portal may be in ${plural(p.count, 'it', 'one of them')}.`,
    whereToFind:
      'Your administrator finds it in the IAM Identity Center console under Settings. You see it, too, in the address bar after signing in to the portal.',
    again: 'Look again',
    bad: 'A region’s code looks like eu-west-1.',
  },
  name: {
    title: 'Session name',
    label: 'Name for this sign-in',
    hint: 'To tell it from others. The aws command knows it as the sso-session.',
    problems: badNames,
    taken: (p: { name: string }) => `A sign-in named “${p.name}” exists already. Choose another name.`,
    again: 'Under another name or with other scopes you will sign in once more.',
    more: 'More options',
    form: 'Form in the config file',
    session: 'sso-session',
    sessionHint: 'Profiles share one session, which renews itself for as long as your organisation allows.',
    legacy: 'Start URL in each profile (legacy)',
    legacyHint:
      'For old tools that don’t know sso-session. The sign-in ends after 8 hours at most, can’t renew itself, and has no name of its own.',
    scopes: 'Registration scopes',
    scopesHint: 'What the sign-in may be used for. Separate several with commas.',
    noScopes:
      'Without sso:account:access your accounts and roles can’t be listed, and the session can’t renew itself.',
    legacySummary: 'no session (legacy form), up to 8 hours',
  },
  signIn: {
    title: 'Sign in',
    intro:
      'Your browser opens a page of the access portal. Check that it shows the same code as this page, then allow access.',
    button: 'Sign in',
    preparing: 'Preparing…',
    done: 'Signed in',
  },
  roles: {
    title: 'Accounts and roles',
    hint: 'Pick the roles that you want a profile for.',
    label: 'Accounts and roles',
    columns: { name: 'Account or role', id: 'Account ID', note: 'Note' },
    search: 'Search accounts and roles',
    pick: (p: { role: string; account: string }) => `Pick ${p.role} in ${p.account}`,
    pickAccount: (p: { account: string }) => `Pick all roles in ${p.account}`,
    pickFound: (p: Count) => `Pick ${p.count === 1 ? 'the one' : `all ${p.text}`} found`,
    pickAll: (p: Count) => `Pick all ${p.text}`,
    unpickFound: 'Unpick all found',
    unpickAll: 'Unpick all',
    picked: (p: Count) => `${p.text} ${plural(p.count, 'role', 'roles')} picked`,
    summary: (p: { roles: Count; accounts: Count }) =>
      `${p.roles.text} ${plural(p.roles.count, 'role', 'roles')} in ${p.accounts.text} ${plural(p.accounts.count, 'account', 'accounts')}`,
    pickedIn: (p: { picked: string; of: string }) => `${p.picked} of ${p.of}`,
    hasProfile: (p: { profile: string }) => `has the profile ${p.profile}`,
    loading: 'Loading roles…',
    none: 'No roles are assigned to you here.',
    counts: (p: { accounts: Count; roles: Count }) =>
      `${p.accounts.text} ${plural(p.accounts.count, 'account', 'accounts')}, ${p.roles.text} ${plural(p.roles.count, 'role', 'roles')}`,
    listingAccounts: (p: { what: string }) => `${p.what} so far, listing accounts…`,
    listingRoles: (p: { what: string; answered: string; of: string }) =>
      `${p.what} so far, roles of ${p.answered} of ${p.of} accounts listed…`,
    first: 'Listing accounts…',
    throttled: 'The portal asks to slow down; going on at its pace.',
    failures: (p: Count) => `${p.text} ${plural(p.count, 'account', 'accounts')} could not be listed.`,
    emptyTitle: 'No accounts',
    empty:
      'No accounts are assigned to you in this access portal. An administrator can assign one. The sign-in can be saved already.',
    noMatchTitle: 'No match',
    noMatch: (p: { search: string }) => `No account or role matches “${p.search}”.`,
    sessionOnly: 'Save the sign-in without profiles',
    sessionOnlySummary: 'none; only the sign-in is saved',
  },
  profiles: {
    title: 'Profiles',
    region: 'Client region',
    regionHint: 'Where the aws command sends requests that name no region. May stay empty.',
    output: 'Output format',
    outputHint: 'Of the aws command.',
    noOutput: 'not set (json)',
    name: 'Profile name',
    template: 'Names of the profiles',
    templateHint: 'What stands in braces is filled in for each role.',
    insert: (p: { token: string }) => `Insert ${p.token}`,
    hyphens: 'Hyphens in place of spaces',
    hyphensHint: 'A name with spaces needs quotes on a command line.',
    preview: (p: Count) => `${p.text} ${plural(p.count, 'profile', 'profiles')}`,
    previewLabel: 'Names',
    columns: { name: 'Profile', role: 'Role', account: 'Account' },
    problems: {
      ...badNames,
      taken: 'A profile of this name exists.',
      repeated: 'This name is there twice.',
    } satisfies Record<NameProblem, string>,
    marks: {
      empty: 'empty',
      'line-break': 'not allowed',
      brackets: 'not allowed',
      'not-allowed': 'not allowed',
      taken: 'exists already',
      repeated: 'there twice',
    } satisfies Record<NameProblem, string>,
    conflicts: (p: Count) =>
      `${p.text} ${plural(p.count, 'name', 'names')} can’t be used. Change the template, for example with {accountId}, or leave ${plural(p.count, 'it', 'them')} out.`,
    leaveOut: (p: Count) => (p.count === 1 ? 'Leave one out' : `Leave out ${p.text}`),
    noTemplate: 'A template is needed.',
    unknownToken: (p: { token: string }) => `${p.token} is not one of the values that can be filled in.`,
    noRegion: '{region} needs a client region.',
  },
  review: {
    title: 'Review and write',
    write: (p: Count) => `Write ${p.text} ${plural(p.count, 'profile', 'profiles')}`,
    writeSession: 'Write the sign-in',
    written: (p: Count) => `${p.text} ${plural(p.count, 'profile', 'profiles')} written`,
    sessionWritten: (p: { session: string }) => `Sign-in ${p.session} written`,
  },
  add: {
    title: (p: { session: string }) => `Add profiles to ${p.session}`,
    tab: (p: { session: string }) => `Add to ${p.session}`,
  },
  compare: {
    title: (p: { session: string }) => `Compare ${p.session} with its portal`,
    tab: (p: { session: string }) => `Compare ${p.session}`,
    refresh: 'Compare again',
    listing: 'Comparing while the portal is being listed. What is gone is only said when all of it is known.',
    failed: 'The list of the portal is not complete, so nothing can be said about what is gone.',
    same: 'Profiles and portal agree',
    sameBody: (p: Count) =>
      p.count === 0
        ? 'There is nothing to compare yet.'
        : `${p.count === 1 ? 'The one profile is for a role' : `All ${p.text} profiles are for roles`} that the portal offers, and every role has a profile.`,
    unchanged: (p: Count) =>
      `${p.text} ${plural(p.count, 'profile is for a role', 'profiles are for roles')} that the portal still offers.`,
    added: (p: Count) => `New in the portal (${p.text})`,
    addedBody: 'Roles that no profile is for.',
    add: (p: Count) =>
      p.count === 0 ? 'Add profiles…' : `Add ${p.text} ${plural(p.count, 'profile', 'profiles')}…`,
    gone: (p: Count) => `Gone from the portal (${p.text})`,
    goneBody:
      'Profiles whose role the portal no longer offers you. Those that Bucket Porter wrote can be deleted here; it leaves others alone.',
    what: { account: 'account not assigned any more', role: 'role not assigned any more' },
    notOurs: 'not written by Bucket Porter',
    prune: (p: Count) =>
      p.count === 0 ? 'Delete profiles…' : `Delete ${p.text} ${plural(p.count, 'profile', 'profiles')}…`,
    pruneOne: (p: { profile: string }) => `Delete ${p.profile}`,
    pruneTitle: 'Delete profiles that are gone from the portal',
    pruneApply: (p: Count) => `Delete ${p.text} ${plural(p.count, 'profile', 'profiles')}`,
    pruned: (p: Count) => `${p.text} ${plural(p.count, 'profile', 'profiles')} deleted`,
    unknown: (p: Count) => `Not known (${p.text})`,
    unknownBody: 'Their accounts could not be listed, or not yet.',
  },
};

export type ConnectMessages = typeof connect;
