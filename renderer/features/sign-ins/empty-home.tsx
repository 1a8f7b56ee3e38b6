import type { ConfigFile } from '../../../shared/contract.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/language.tsx';
import styles from './panel.module.css';

const EXAMPLE = `[sso-session my-company]
sso_start_url = https://my-company.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile production]
sso_session = my-company
sso_account_id = 111122223333
sso_role_name = ReadOnly
region = eu-west-1
`;

export interface EmptyHomeProps {
  readonly config: ConfigFile;
  /** The app runs on sample data. */
  readonly demo: boolean;
  readonly onConnect: () => void;
}

/** A home without a single sign-in: one button to get one, and for those who want it, the file itself. */
export function EmptyHome({ config, demo, onConnect }: EmptyHomeProps) {
  const { connect, page } = useSpeech().messages;
  const words = connect.home;
  return (
    <EmptyState level={1} title={page.home.title} body={words.body}>
      <div className={styles.connect}>
        <Button kind="primary" onPress={onConnect}>
          {words.connect}
        </Button>
      </div>
      {demo && <p>{words.demo}</p>}
      <p className={styles.dim}>
        {words.file} <code className={styles.place}>{config.path}</code>
        {!config.exists && ` ${words.notYet}`}
      </p>
      <details className={styles.byHand}>
        <summary>{words.byHand}</summary>
        <p className={styles.dim}>{words.byHandBody}</p>
        <div className={styles.example}>
          <pre>{EXAMPLE}</pre>
          <CopyButton text={EXAMPLE} what={page.home.exampleName} />
        </div>
      </details>
    </EmptyState>
  );
}
