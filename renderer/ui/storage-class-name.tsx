import { isStorageClass } from '../../shared/storage-class.ts';
import { useSpeech } from './language.tsx';
import styles from './storage-class-name.module.css';

export interface StorageClassNameProps {
  readonly name: string;
  /** The API's word only as a tooltip. */
  readonly short?: boolean;
}

/** A storage class by the console's name, as in the list, and by the API's where that is another word. */
export function StorageClassName({ name, short = false }: StorageClassNameProps) {
  const { classes } = useSpeech().messages.objects;
  const named = isStorageClass(name) ? classes[name] : name;
  if (short) return <span title={name}>{named}</span>;
  return (
    <>
      {named}
      {named.toUpperCase() !== name && <span className={styles.dim}> ({name})</span>}
    </>
  );
}
