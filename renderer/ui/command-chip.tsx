import { CopyButton } from './copy-button.tsx';
import { usePageWords } from './language.tsx';
import styles from './command-chip.module.css';

/** An `aws` command to read and copy. */
export function CommandChip({ command }: { readonly command: string }) {
  const { signIn } = usePageWords();
  return (
    <span className={styles.chip} title={command}>
      <code>{command}</code>
      <CopyButton text={command} what={signIn.command} />
    </span>
  );
}
