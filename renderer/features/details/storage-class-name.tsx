import { isStorageClass } from '../../../shared/storage-class.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './details.module.css';

/** A storage class by the console's name, as in the list, and by the API's where that is another word. */
export function StorageClassName({ name }: { readonly name: string }) {
  const { classes } = useSpeech().messages.objects;
  const named = isStorageClass(name) ? classes[name] : name;
  return (
    <>
      {named}
      {named.toUpperCase() !== name && <span className={styles.dim}> ({name})</span>}
    </>
  );
}
