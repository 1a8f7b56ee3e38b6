import { CommandChip } from './command-chip.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './command-list.module.css';

export interface CommandListProps {
  readonly title: string;
  readonly commands: readonly string[];
  /** What all of them together are, for the button's name: "Copy {what}". */
  readonly what: string;
  readonly open?: boolean;
}

/** The `aws` commands that something equals, put away until they are asked for. */
export function CommandList({ title, commands, what, open = false }: CommandListProps) {
  return (
    <details className={styles.commands} open={open}>
      <summary>{title}</summary>
      <ul className={styles.list}>
        {commands.map((command) => (
          <li key={command}>
            <CommandChip command={command} />
          </li>
        ))}
      </ul>
      {commands.length > 1 && <CopyButton text={`${commands.join('\n')}\n`} what={what} />}
    </details>
  );
}
