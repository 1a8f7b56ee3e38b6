import { useState } from 'react';
import type { ConfigChange, ConfigSectionView } from '../../../shared/config-change.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { KeyField } from './key-field.tsx';
import { newNameProblem } from './new-name.ts';
import { OtherKeys } from './other-keys.tsx';
import { PlannedDialog } from './planned-dialog.tsx';
import { References } from './references.tsx';
import { changesOf, problemsOf, type SectionDraft, shownValue } from './section-draft.ts';
import { fieldsOf, otherKeys } from './section-fields.ts';
import { useKnownNames } from './use-known-names.ts';
import styles from './profiles.module.css';

export interface EditDialogProps {
  readonly kind: 'profile' | 'session';
  /** As it stands in the files. */
  readonly section: ConfigSectionView;
  readonly onWritten: (text: string, newName?: string) => void;
  readonly onClose: () => void;
}

/** A profile or session as a form: the keys that matter for its kind, then all others. */
export function EditDialog({ kind, section, onWritten, onClose }: EditDialogProps) {
  const { messages, locale } = useSpeech();
  const words = messages.profiles.edit;
  const names = useKnownNames();
  const [name, setName] = useState(section.name);
  const [draft, setDraft] = useState<SectionDraft>({});
  const profile = kind === 'profile';
  const fields = fieldsOf(kind, section);
  const problems = problemsOf(section, draft, fields);
  const newName = name.trim();
  const nameProblem = newNameProblem(newName, section.name, profile ? names.profiles : names.sessions);
  const change = changeOf(kind, section, newName, draft);
  const ready = problems.size === 0 && nameProblem === undefined && change !== undefined;
  const set = (key: string, value: string | null | undefined) =>
    setDraft(({ [key]: _before, ...others }) => (value === undefined ? others : { ...others, [key]: value }));
  const fixedName = profile && section.name === 'default';
  return (
    <PlannedDialog
      title={(profile ? words.profileTitle : words.sessionTitle)({ name: section.name })}
      change={ready ? change : undefined}
      applyLabel={words.save}
      onWritten={() =>
        onWritten(words.saved({ name: newName }), newName === section.name ? undefined : newName)
      }
      onClose={onClose}
    >
      <References
        references={section.referencedBy}
        title={words.referencedBy({
          count: section.referencedBy.length,
          text: formatNumber(locale, section.referencedBy.length),
        })}
      />
      <div className={styles.fields}>
        <div className={styles.field}>
          <TextField
            label={profile ? words.name : words.sessionName}
            value={name}
            onChange={setName}
            isDisabled={fixedName}
            problem={nameProblem === undefined ? undefined : words.badName[nameProblem]}
            hint={fixedName ? words.defaultName : profile ? words.nameHint : words.sessionNameHint}
          />
        </div>
        {fields.map((field) => (
          <KeyField
            key={field.key}
            field={field}
            value={shownValue(section, draft, field.key)}
            onChange={(value) => set(field.key, value)}
            problem={problems.get(field.key)}
            standing={section.keys.find(({ key }) => key === field.key)}
            names={names}
          />
        ))}
      </div>
      <OtherKeys keys={otherKeys(section, fields)} draft={draft} problems={problems} onChange={set} />
    </PlannedDialog>
  );
}

/** What was changed; undefined where nothing was. */
function changeOf(
  kind: 'profile' | 'session',
  section: ConfigSectionView,
  newName: string,
  draft: SectionDraft,
): ConfigChange | undefined {
  const set = changesOf(section, draft);
  const renamed = newName !== section.name;
  if (!renamed && Object.keys(set).length === 0) return undefined;
  const { name } = section;
  return {
    kind: kind === 'profile' ? 'edit-profile' : 'edit-session',
    name,
    set,
    ...(renamed ? { newName } : {}),
  };
}
