import type { Account } from './organisation.ts';

const TEAMS = [
  'payments', 'billing', 'search', 'catalog', 'checkout', 'identity', 'data-lake', 'analytics', 'ml-platform',
  'mobile', 'web', 'logistics', 'warehouse', 'pricing', 'fraud', 'risk', 'support', 'marketing', 'finance',
  'people', 'security', 'network', 'observability', 'build', 'media', 'maps', 'partners', 'archive',
]; // prettier-ignore
const STAGES = ['prod', 'staging', 'dev', 'sandbox'];
const ROLES = [
  'ReadOnlyAccess', 'AdministratorAccess', 'PowerUserAccess', 'ViewOnlyAccess', 'Billing', 'SecurityAudit',
  'DatabaseAdministrator', 'NetworkAdministrator', 'DataScientist', 'SupportUser',
]; // prettier-ignore

/**
 * Makes `count` accounts with `rolesEach` roles, the same ones every time. Accounts are in no useful order, as
 * the real service lists them; every 7th has no name, every 11th no email address (so the 77th has neither).
 */
export function manyAccounts(count: number, rolesEach: number): Account[] {
  return Array.from({ length: count }, (_, index) => account(index, rolesEach));
}

function account(index: number, rolesEach: number): Account {
  const number = index + 1;
  const team = pick(TEAMS, index);
  const stage = pick(STAGES, Math.floor(index / TEAMS.length));
  const round = Math.floor(index / (TEAMS.length * STAGES.length));
  const name = `${team}-${stage}${round === 0 ? '' : `-${round + 1}`}`;
  return {
    accountId: accountId(index),
    ...(number % 7 === 0 ? {} : { accountName: name }),
    ...(number % 11 === 0 ? {} : { emailAddress: `aws+${name}@example.com` }),
    roles: Array.from({ length: rolesEach }, (_, role) => roleName(role)),
  };
}

/** The multiplier shares no factor with the range, so no two accounts get the same number. */
function accountId(index: number): string {
  return String(100_000_000_000 + ((index * 7_919_000_033 + 11_122_223_333) % 900_000_000_000));
}

function roleName(index: number): string {
  const round = Math.floor(index / ROLES.length);
  return `${pick(ROLES, index)}${round === 0 ? '' : round + 1}`;
}

/** The list's entry, going round and round. */
function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
