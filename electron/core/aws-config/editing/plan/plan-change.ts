import type { ConfigChange } from '../../../../../shared/config-change.ts';
import type { ConfigPaths } from '../../config-paths.ts';
import { addProfiles, addSession } from './add-sections.ts';
import { ConfigDraft } from './config-draft.ts';
import type { ConfigFiles } from './config-files.ts';
import { deleteProfiles, deleteSession, duplicateProfile } from './copy-and-delete.ts';
import { renameSection, setKeys } from './edit-section.ts';
import type { PlannedChange } from './planned-change.ts';
import { asShown, type ReferencePlace } from './references.ts';
import type { WrittenChange } from './written-profile.ts';

const NOTHING: WrittenChange = { added: [], removed: [] };

interface Outcome {
  readonly names: readonly string[];
  readonly references?: readonly ReferencePlace[];
  readonly written?: WrittenChange;
}

/**
 * Works out what a change does to both files. Nothing is written, and the same files give the same result.
 * @throws {AppFailure} `config.no-such-section`, `config.name-taken`, `config.bad-value`
 */
export function planChange(before: ConfigFiles, change: ConfigChange, paths: ConfigPaths): PlannedChange {
  const draft = new ConfigDraft(before, paths);
  const { names, references = [], written = NOTHING } = carryOut(draft, change);
  return {
    before,
    after: draft.files,
    edits: draft.edits,
    references: asShown(references),
    notes: draft.notes,
    names,
    written,
  };
}

function carryOut(draft: ConfigDraft, change: ConfigChange): Outcome {
  switch (change.kind) {
    case 'add-session':
      addSession(draft, change.session);
      return { names: [change.session.name] };
    case 'add-profiles': {
      const added = addProfiles(draft, change.through, change.profiles);
      return { names: added.map(({ name }) => name), written: { added, removed: [] } };
    }
    case 'edit-profile':
      return edit(draft, 'profile', change);
    case 'edit-session':
      return edit(draft, 'sso-session', change);
    case 'duplicate-profile':
      duplicateProfile(draft, change.name, change.copyName);
      return { names: [change.copyName] };
    case 'delete-profiles': {
      const references = deleteProfiles(draft, change.names);
      return { names: change.names, references, written: { added: [], removed: change.names } };
    }
    case 'delete-session': {
      const { references, profiles } = deleteSession(draft, change.name, change.withProfiles);
      return { names: [change.name], references, written: { added: [], removed: profiles } };
    }
  }
}

function edit(
  draft: ConfigDraft,
  type: 'profile' | 'sso-session',
  { name, newName = name, set }: ConfigChange & { readonly kind: 'edit-profile' | 'edit-session' },
): Outcome {
  const references = renameSection(draft, type, name, newName);
  setKeys(draft, type, newName, set);
  if (newName === name) return { names: [name] };
  const what = type === 'profile' ? 'profile' : 'session';
  const renamed = { what, from: name, to: newName } as const;
  return { names: [newName], references, written: { ...NOTHING, renamed } };
}
