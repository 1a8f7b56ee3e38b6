import { Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components';
import buttons from '../../ui/button.module.css';
import { cx } from '../../ui/cx.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './sidebar.module.css';

export interface MoreButtonProps {
  readonly name: string;
  readonly onMenu: (place: { x: number; y: number }) => void;
}

/** Opens a row's menu; by keyboard the row itself does, with the menu key. */
export function MoreButton({ name, onMenu }: MoreButtonProps) {
  const { messages } = useSpeech();
  const label = messages.profiles.menu.moreOf({ name });
  return (
    <span className={styles.more} onClick={(event) => event.stopPropagation()}>
      <Button
        className={cx(buttons.button, buttons.iconOnly, buttons.small)}
        aria-label={label}
        aria-haspopup="menu"
        excludeFromTabOrder
        onPress={({ target }) => {
          const { left, bottom } = target.getBoundingClientRect();
          onMenu({ x: left, y: bottom });
        }}
      >
        <Ellipsis size={15} aria-hidden />
      </Button>
    </span>
  );
}
