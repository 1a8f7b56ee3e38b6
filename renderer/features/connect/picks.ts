import type { CatalogRole } from '../../../shared/portal-comparison.ts';
import { keyOf } from '../../../shared/portal-comparison.ts';

/** Which roles are picked, with quick answers about them. */
export class Picks {
  readonly roles: readonly CatalogRole[];
  readonly #keys: ReadonlySet<string>;

  constructor(roles: readonly CatalogRole[]) {
    this.roles = roles;
    this.#keys = new Set(roles.map(keyOf));
  }

  has(role: { readonly accountId: string; readonly roleName: string }): boolean {
    return this.#keys.has(keyOf(role));
  }

  /** How many of these are picked. */
  count(roles: readonly CatalogRole[]): number {
    return roles.reduce((sum, role) => sum + (this.has(role) ? 1 : 0), 0);
  }

  /** With these, after those that are picked already. */
  with(roles: readonly CatalogRole[]): readonly CatalogRole[] {
    return [...this.roles, ...roles.filter((role) => !this.has(role))];
  }

  without(roles: readonly CatalogRole[]): readonly CatalogRole[] {
    const gone = new Set(roles.map(keyOf));
    return this.roles.filter((role) => !gone.has(keyOf(role)));
  }

  /** Picks these, or unpicks them where all of them are picked. */
  toggled(roles: readonly CatalogRole[]): readonly CatalogRole[] {
    return this.count(roles) === roles.length ? this.without(roles) : this.with(roles);
  }
}
