import { useState } from 'react';
import type { ConfigChange, ConfigSectionView } from '../../../shared/config-change.ts';
import { freeName } from '../../../shared/profile-names.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { newNameProblem } from './new-name.ts';
import { PlannedDialog } from './planned-dialog.tsx';
import { References } from './references.tsx';
import { useKnownNames } from './use-known-names.ts';
import styles from './profiles.module.css';

export interface NameDialogProps {
  readonly kind: 'profile' | 'session';
  readonly section: ConfigSectionView;
  readonly onWritten: (text: string, newName?: string) => void;
  readonly onClose: () => void;
}

/** Gives a profile or session another name; what refers to it follows. */
export function RenameDialog({ kind, section, onWritten, onClose }: NameDialogProps) {
  const { messages, locale } = useSpeech();
  const { rename: words, edit } = messages.profiles;
  const names = useKnownNames();
  const { name: from, referencedBy } = section;
  const [name, setName] = useState(from);
  const profile = kind === 'profile';
  const to = name.trim();
  const problem = newNameProblem(to, from, profile ? names.profiles : names.sessions);
  const change: ConfigChange = {
    kind: profile ? 'edit-profile' : 'edit-session',
    name: from,
    newName: to,
    set: {},
  };
  return (
    <PlannedDialog
      title={(profile ? words.profileTitle : words.sessionTitle)({ name: from })}
      change={problem === undefined && to !== from ? change : undefined}
      applyLabel={words.submit}
      onWritten={() => onWritten(words.renamed({ from, to }), to)}
      onClose={onClose}
    >
      <References
        references={referencedBy}
        title={edit.referencedBy({
          count: referencedBy.length,
          text: formatNumber(locale, referencedBy.length),
        })}
      />
      <TextField
        label={profile ? words.profileName : words.sessionName}
        value={name}
        onChange={setName}
        problem={problem === undefined ? undefined : edit.badName[problem]}
        hint={profile ? edit.nameHint : edit.sessionNameHint}
        autoFocus
      />
      <p className={styles.dim}>{words.outside}</p>
    </PlannedDialog>
  );
}

/** Makes a profile like another one. */
export function DuplicateDialog({ section, onWritten, onClose }: Omit<NameDialogProps, 'kind'>) {
  const { messages } = useSpeech();
  const { duplicate: words, edit } = messages.profiles;
  const { profiles } = useKnownNames();
  const [name, setName] = useState(() => freeName(words.suggested({ name: section.name }), profiles));
  const copyName = name.trim();
  const problem = newNameProblem(copyName, '', profiles) ?? (copyName === '' ? 'empty' : undefined);
  const change: ConfigChange = { kind: 'duplicate-profile', name: section.name, copyName };
  return (
    <PlannedDialog
      title={words.title({ name: section.name })}
      change={problem === undefined ? change : undefined}
      applyLabel={words.submit}
      onWritten={() => onWritten(words.done({ name: copyName }))}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        problem={problem === undefined ? undefined : edit.badName[problem]}
        hint={words.hint}
        autoFocus
      />
    </PlannedDialog>
  );
}
