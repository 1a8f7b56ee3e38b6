import { usePageWords } from '../ui/language.tsx';
import styles from './shell.module.css';

/** Says that what one sees is sample data. */
export function DemoBadge() {
  const { common } = usePageWords();
  return (
    <span className={styles.demo} title={common.demoHint}>
      {common.demo}
    </span>
  );
}
