import type { ConfigFile } from '../../../shared/contract.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageWords } from '../../ui/language.tsx';
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

/** A home without a single sign-in: how one gets there. */
export function EmptyHome({ config }: { readonly config: ConfigFile }) {
  const { home } = usePageWords();
  return (
    <EmptyState level={1} title={home.title} body={home.body}>
      <p>
        {home.file} <code className={styles.place}>{config.path}</code> {!config.exists && home.missing}
      </p>
      <p className={styles.dim}>{home.example}</p>
      <div className={styles.example}>
        <pre>{EXAMPLE}</pre>
        <CopyButton text={EXAMPLE} what={home.exampleName} />
      </div>
    </EmptyState>
  );
}
