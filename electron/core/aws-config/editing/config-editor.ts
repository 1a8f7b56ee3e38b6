import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type {
  ConfigChange,
  ConfigPlan,
  ConfigSectionView,
  LastConfigChange,
} from '../../../../shared/config-change.ts';
import { configureCommands } from '../../../../shared/configure-command.ts';
import { failure } from '../../app-failure.ts';
import { Snapshots } from '../../bridge/snapshots.ts';
import type { Clock } from '../../ports.ts';
import type { AwsProfile } from '../aws-profiles.ts';
import type { ConfigPaths } from '../config-paths.ts';
import { type ChangeRecord, changeRecordSchema } from './change-record.ts';
import { readConfig } from './config-reading.ts';
import { Backups } from './files/backups.ts';
import { type FileSystem, nodeFileSystem } from './files/file-system.ts';
import { JsonFile } from './json-file.ts';
import { LockedConfig } from './locked-config.ts';
import { fileDiffs } from './plan/file-diff.ts';
import { PlanStore } from './plan-store.ts';
import { recordFile, undoneFile } from './undo/undo-file.ts';
import { sectionView } from './section-view.ts';
import { stillPlanned, workOut, type WorkedOutPlan } from './worked-out-plan.ts';
import { WrittenProfiles } from './written-profiles.ts';

export interface ConfigEditorOptions {
  readonly paths: ConfigPaths;
  /** The app's own folder: backups, the last change, the profiles that the app wrote. */
  readonly dataFolder: string;
  readonly clock: Clock;
  /** Awaited after each write: the config is to be read again. */
  readonly onWritten: () => Promise<void>;
  /** Awaited after a rename, also one that is taken back. */
  readonly onRenamed: (what: 'profile' | 'session', from: string, to: string) => Promise<void>;
  readonly fileSystem?: FileSystem;
}

/**
 * Changes the AWS config files: first a plan to be looked at, then the writing of exactly that, and one step back.
 * Every byte outside the edited lines stays; what other programs write in the meantime stays, too, or nothing is
 * written.
 */
export class ConfigEditor {
  /** The last change; null before the first. */
  readonly snapshots: Snapshots<LastConfigChange | null>;
  readonly #options: ConfigEditorOptions;
  readonly #fs: FileSystem;
  readonly #plans: PlanStore<WorkedOutPlan>;
  readonly #backups: Backups;
  readonly #written: WrittenProfiles;
  readonly #file: JsonFile<ChangeRecord>;
  #last: ChangeRecord | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    options: ConfigEditorOptions,
    file: JsonFile<ChangeRecord>,
    last: ChangeRecord | undefined,
    written: WrittenProfiles,
  ) {
    this.#options = options;
    this.#fs = options.fileSystem ?? nodeFileSystem;
    this.#plans = new PlanStore(options.clock);
    this.#backups = new Backups(join(options.dataFolder, 'backups'), this.#fs, options.clock);
    this.#written = written;
    this.#file = file;
    this.#last = last;
    this.snapshots = new Snapshots<LastConfigChange | null>(last?.change ?? null);
  }

  static async open(options: ConfigEditorOptions): Promise<ConfigEditor> {
    const file = new JsonFile(join(options.dataFolder, 'config-changes.json'), changeRecordSchema);
    const [last, written] = await Promise.all([file.read(), WrittenProfiles.open(options.dataFolder)]);
    return new ConfigEditor(options, file, last, written);
  }

  /**
   * Works out what a change would do; nothing is written. The plan holds for ten minutes.
   * @throws {AppFailure} `config.unreadable`, `config.no-such-section`, `config.name-taken`, `config.bad-value`
   */
  async plan(change: ConfigChange): Promise<ConfigPlan> {
    const reading = await readConfig(this.#options.paths, this.#fs);
    const worked = workOut(reading, change);
    const { plan, edits } = worked;
    const exists = {
      config: reading.targets.config.bytes !== undefined,
      credentials: reading.targets.credentials.bytes !== undefined,
    };
    return {
      planId: this.#plans.add(worked),
      files: fileDiffs(plan, edits, reading.paths, exists),
      commands: configureCommands(plan.edits),
      references: plan.references,
      notes: plan.notes,
    };
  }

  /**
   * Writes what was planned, once. Where another program changed the files since, the change is worked out again and
   * written if it takes out and puts in the same lines.
   * @throws {AppFailure} `work.gone` for a plan that isn't there any more, `config.changed-elsewhere`,
   *   `config.locked`, `config.not-writable`, `config.unreadable`, `disk.full`
   */
  apply(planId: string): Promise<void> {
    return this.#inTurn(() => this.#apply(planId));
  }

  /**
   * Takes back the last change; what others wrote since then stays.
   * @throws {AppFailure} `config.nothing-to-undo` where it isn't the last one, was taken back already, or its backup
   *   is gone; and what {@link apply} throws
   */
  undo(changeId: string): Promise<void> {
    return this.#inTurn(() => this.#undo(changeId));
  }

  /** @throws {AppFailure} `config.no-such-section`, `config.unreadable` */
  async section(kind: 'profile' | 'session', name: string): Promise<ConfigSectionView> {
    return sectionView(await readConfig(this.#options.paths, this.#fs), kind, name);
  }

  /** Whether the app wrote this profile, and it still stands for the same session, account and role. */
  wrote(profile: AwsProfile): boolean {
    return this.#written.has(profile);
  }

  async #apply(planId: string): Promise<void> {
    const held = this.#plans.get(planId);
    const { clock } = this.#options;
    const locked = new LockedConfig(this.#options.paths, this.#fs, clock, this.#backups);
    const done = await locked.change(
      held.edits.map(({ file }) => file),
      (now) => stillPlanned(held, now),
    );
    this.#plans.delete(planId);
    if (done.length === 0) return;
    const { renamed } = held.plan.written;
    const written = this.#written.delta(held.plan.written);
    await this.#remember({
      change: {
        changeId: randomUUID(),
        at: clock.now(),
        what: held.change.kind,
        names: held.plan.names,
        undone: false,
        backups: done.flatMap(({ backup }) => backup ?? []),
      },
      files: done.map((file) => recordFile(file, randomUUID())),
      written,
      ...(renamed === undefined ? {} : { renamed }),
    });
    await this.#written.apply(written).catch(() => undefined);
    await this.#options.onWritten();
    if (renamed !== undefined) await this.#options.onRenamed(renamed.what, renamed.from, renamed.to);
  }

  async #undo(changeId: string): Promise<void> {
    const record = this.#last;
    if (record === undefined || record.change.changeId !== changeId || record.change.undone)
      throw failure('config.nothing-to-undo', {});
    const { clock } = this.#options;
    const locked = new LockedConfig(this.#options.paths, this.#fs, clock, this.#backups);
    await locked.change(
      record.files.map(({ file }) => file),
      async (now) =>
        new Map(
          await Promise.all(
            record.files.map(async (file) => [file.file, await undoneFile(file, now, this.#fs)] as const),
          ),
        ),
    );
    const { written, renamed } = record;
    await this.#remember({ ...record, change: { ...record.change, undone: true } });
    await this.#written.apply({ added: written.removed, removed: written.added }).catch(() => undefined);
    await this.#options.onWritten();
    if (renamed !== undefined) await this.#options.onRenamed(renamed.what, renamed.to, renamed.from);
  }

  /** The config is written by then: if this can't be, the change can still be undone until the app ends. */
  async #remember(record: ChangeRecord): Promise<void> {
    this.#last = record;
    this.snapshots.set(record.change);
    await this.#file.write(record).catch(() => undefined);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
