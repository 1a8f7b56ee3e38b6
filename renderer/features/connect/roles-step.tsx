import { useEffect, useMemo } from 'react';
import { type CatalogRole, catalogRoles, keyOf } from '../../../shared/portal-comparison.ts';
import type { ProfileView } from '../../../shared/session.ts';
import type { KeptCatalog } from '../../bridge/portal-catalog.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import type { ImportState } from './import-state.ts';
import { RolePicker } from './role-picker.tsx';
import styles from './connect.module.css';

export interface RolesStepProps {
  readonly kept: KeptCatalog;
  readonly state: ImportState;
  readonly onChange: (part: Partial<ImportState>) => void;
  /** Of the session, if it is in the config. */
  readonly profiles: readonly ProfileView[];
  readonly onSignIn: () => void;
  readonly onNext: () => void;
  /** Goes on without a profile; absent where there would be nothing to write. */
  readonly onSessionOnly: (() => void) | undefined;
}

/** Picking the roles that are to become profiles. */
export function RolesStep(props: RolesStepProps) {
  const { kept, state, onChange, profiles, onSignIn, onNext, onSessionOnly } = props;
  const { connect } = useSpeech().messages;
  const words = connect.roles;
  const { catalog, error, again } = kept;
  const { picked, touched } = state;
  const names = useMemo(() => {
    const pairs = profiles.map(({ accountId = '', roleName = '', name }) => {
      return [keyOf({ accountId, roleName }), name] as const;
    });
    return new Map(pairs.toReversed());
  }, [profiles]);
  const only = onlyRole(catalog);
  const onlyKey = only === undefined ? undefined : keyOf(only);
  useEffect(() => {
    if (only !== undefined && !touched && picked.length === 0) onChange({ picked: [only] });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is known to be the only one
  }, [onlyKey]);
  const nothing = catalog?.phase === 'done' && catalog.accounts.length === 0;
  const goOn = () => {
    if (picked.length > 0) onNext();
  };
  return (
    <div className={styles.form}>
      {!nothing && <p className={styles.dim}>{words.hint}</p>}
      {error !== undefined && <ErrorNotice error={error} remedies={{ retry: again, 'sign-in': onSignIn }} />}
      <RolePicker
        catalog={catalog}
        picked={picked}
        onPick={(roles) => onChange({ picked: roles, touched: true })}
        profileFor={(role) => names.get(keyOf(role))}
        onAgain={again}
        onEnter={goOn}
      />
      <div className={styles.actions}>
        {!nothing && (
          <Button kind="primary" onPress={goOn} isDisabled={picked.length === 0}>
            {connect.next}
          </Button>
        )}
        {onSessionOnly !== undefined && picked.length === 0 && (
          <Button onPress={onSessionOnly}>{words.sessionOnly}</Button>
        )}
      </div>
    </div>
  );
}

/** The one role there is, once it is sure that there is no other. */
function onlyRole(catalog: KeptCatalog['catalog']): CatalogRole | undefined {
  if (catalog?.phase !== 'done' || catalog.accounts.some(({ error }) => error !== undefined))
    return undefined;
  const [role, other] = catalogRoles(catalog);
  return other === undefined ? role : undefined;
}
