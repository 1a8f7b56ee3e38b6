import { compareKeys } from './key-order.ts';
import type { ObjectRecord } from './object-record.ts';
import { isDeleteMarker, type ObjectVersion, versionIdOf } from './object-version.ts';
import { SortedMap, type Start } from './sorted-map.ts';
import { versionIdOfNumber } from './version-id.ts';

/**
 * All versions of a bucket's keys. The current objects stay where plain listings read them; here are only the keys of which
 * that isn't the whole story: those with more than one version, or with a delete marker on top. A bucket that never had
 * versions keeps nothing here.
 */
export class VersionHistory {
  readonly #objects: SortedMap<ObjectRecord>;
  /** Oldest first. */
  readonly #stacks = new SortedMap<readonly ObjectVersion[]>();
  readonly #salt: string;
  #lastNumber = 0;

  /**
   * @param objects the current objects, kept in step with the newest versions
   * @param salt goes into the version ids
   */
  constructor(objects: SortedMap<ObjectRecord>, salt: string) {
    this.#objects = objects;
    this.#salt = salt;
  }

  newVersionId(): string {
    return versionIdOfNumber(++this.#lastNumber, this.#salt);
  }

  /** Whether neither an object nor a delete marker is left. */
  get isEmpty(): boolean {
    return this.#objects.size === 0 && this.#stacks.size === 0;
  }

  /** The versions of a key, newest first; none where there is no such key. */
  of(key: string): readonly ObjectVersion[] {
    return this.#oldestFirst(key).toReversed();
  }

  find(key: string, versionId: string): ObjectVersion | undefined {
    return this.#oldestFirst(key).find((version) => versionIdOf(version) === versionId);
  }

  /** Adds a version on top; one with the same id is removed. */
  push(version: ObjectVersion): void {
    const older = this.#oldestFirst(version.key).filter(
      (other) => versionIdOf(other) !== versionIdOf(version),
    );
    this.#keep(version.key, [...older, version]);
  }

  /** @returns what was removed, if it was there. */
  remove(key: string, versionId: string): ObjectVersion | undefined {
    const removed = this.find(key, versionId);
    if (removed !== undefined)
      this.#keep(
        key,
        this.#oldestFirst(key).filter((version) => version !== removed),
      );
    return removed;
  }

  /** Puts a version that was changed (its tags, its lock) in its old place. */
  replace(old: ObjectVersion, changed: ObjectVersion): void {
    this.#keep(
      old.key,
      this.#oldestFirst(old.key).map((version) => (version === old ? changed : version)),
    );
  }

  /** Walks the keys from a place to the end, each with its versions, newest first. Nothing must change meanwhile. */
  *from(key: string, start: Start): Generator<readonly ObjectVersion[]> {
    const objects = this.#objects.from(key, start);
    const stacks = this.#stacks.from(key, start);
    let object = objects.next().value as ObjectRecord | undefined;
    let stack = stacks.next().value as readonly ObjectVersion[] | undefined;
    while (object !== undefined || stack !== undefined) {
      const stackKey = stack?.[0]?.key;
      const order =
        object === undefined ? 1 : stackKey === undefined ? -1 : compareKeys(object.key, stackKey);
      if (order < 0 && object !== undefined) yield [object];
      else if (stack !== undefined) yield stack.toReversed();
      if (order <= 0) object = objects.next().value as ObjectRecord | undefined;
      if (order >= 0) stack = stacks.next().value as readonly ObjectVersion[] | undefined;
    }
  }

  #oldestFirst(key: string): readonly ObjectVersion[] {
    const stack = this.#stacks.get(key);
    if (stack !== undefined) return stack;
    const object = this.#objects.get(key);
    return object === undefined ? [] : [object];
  }

  #keep(key: string, versions: readonly ObjectVersion[]): void {
    const newest = versions.at(-1);
    const isObject = newest !== undefined && !isDeleteMarker(newest);
    if (isObject) this.#objects.set(key, newest);
    else this.#objects.delete(key);
    if (versions.length > 1 || (newest !== undefined && !isObject)) this.#stacks.set(key, versions);
    else this.#stacks.delete(key);
  }
}
