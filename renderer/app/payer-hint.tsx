import { Button } from '../ui/button.tsx';
import { useSpeech } from '../ui/language.tsx';
import { type PayerMenuProps, usePayer } from './payer-menu.tsx';
import styles from './shell.module.css';

/** Where a bucket refused: it may be one whose readers have to agree to pay. */
export function PayerHint(props: PayerMenuProps) {
  const { messages } = useSpeech();
  const words = messages.navigation.payer;
  const toggle = usePayer(props);
  if (props.view.at.requesterPays === true) return null;
  return (
    <div className={styles.payer}>
      <p>
        <strong>{words.question}</strong> {words.body}
      </p>
      <Button onPress={toggle}>{words.agree}</Button>
    </div>
  );
}
