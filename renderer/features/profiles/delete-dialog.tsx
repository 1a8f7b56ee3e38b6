import { useState } from 'react';
import type { ConfigChange, ConfigSectionView } from '../../../shared/config-change.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { PlannedDialog } from './planned-dialog.tsx';
import { References } from './references.tsx';

export interface DeleteDialogProps {
  readonly kind: 'profile' | 'session';
  readonly section: ConfigSectionView;
  readonly onWritten: (text: string) => void;
  readonly onClose: () => void;
}

/** Deletes a profile, or a session and if wanted its profiles; first what still refers to it. */
export function DeleteDialog({ kind, section, onWritten, onClose }: DeleteDialogProps) {
  const { messages, locale } = useSpeech();
  const words = messages.profiles.remove;
  const { name, referencedBy } = section;
  const [withProfiles, setWithProfiles] = useState(true);
  const profile = kind === 'profile';
  const profiles = profile ? 0 : new Set(referencedBy.map(({ by }) => by)).size;
  const goToo = withProfiles && profiles > 0;
  const count = { count: profiles, text: formatNumber(locale, profiles) };
  const change: ConfigChange = profile
    ? { kind: 'delete-profiles', names: [name] }
    : { kind: 'delete-session', name, withProfiles: goToo };
  return (
    <PlannedDialog
      title={(profile ? words.profileTitle : words.sessionTitle)({ name })}
      change={change}
      applyLabel={words.submit}
      danger
      onWritten={() => onWritten(goToo ? words.deletedWith({ name, ...count }) : words.deleted({ name }))}
      onClose={onClose}
    >
      <p>{profile ? words.profileBody : words.sessionBody}</p>
      {profiles > 0 && (
        <Checkbox isSelected={withProfiles} onChange={setWithProfiles} hint={words.withProfilesHint}>
          {words.withProfiles(count)}
        </Checkbox>
      )}
      <References
        references={referencedBy}
        title={goToo ? words.profilesOf : words.referenced}
        broken={!goToo}
      />
    </PlannedDialog>
  );
}
