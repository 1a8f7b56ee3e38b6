import { CircleDollarSign, Ellipsis } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { usePlaces } from '../features/places/use-places.ts';
import buttons from '../ui/button.module.css';
import { cx } from '../ui/cx.ts';
import { useSpeech } from '../ui/language.tsx';
import menu from '../ui/menu.module.css';
import type { FolderView } from './view.ts';
import type { Go } from './workbench.ts';

export interface PayerMenuProps {
  readonly view: FolderView;
  readonly go: Go;
}

/** Agrees to pay for what is asked of a bucket, or no longer; it is remembered for this role. */
export function usePayer({ view, go }: PayerMenuProps): () => void {
  const [, change] = usePlaces();
  const { target, bucket, requesterPays } = view.at;
  return () => {
    const at = requesterPays === true ? { target, bucket } : { target, bucket, requesterPays: true };
    change({ kind: 'remember-bucket', bucket: at });
    go({ ...view, at }, 'in-place');
  };
}

/** Whether one pays for requests; a coin shows it for as long as one does. */
export function PayerMenu(props: PayerMenuProps) {
  const { messages } = useSpeech();
  const words = messages.navigation.bar;
  const toggle = usePayer(props);
  const pays = props.view.at.requesterPays === true;
  return (
    <MenuTrigger>
      <Button
        className={cx(buttons.button, buttons.iconOnly)}
        aria-label={pays ? `${words.moreActions} (${words.payerOn})` : words.moreActions}
      >
        {pays ? <CircleDollarSign size={16} /> : <Ellipsis size={16} />}
      </Button>
      <Popover className={cx(menu.popover)} placement="bottom end" offset={4}>
        <Menu
          className={cx(menu.menu)}
          selectionMode="multiple"
          selectedKeys={pays ? ['payer'] : []}
          onSelectionChange={toggle}
        >
          <MenuItem id="payer" className={cx(menu.item)} textValue={words.payer}>
            {({ isSelected }) => (
              <>
                <span className={menu.tick}>{isSelected ? '✓' : ''}</span>
                {words.payer}
              </>
            )}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
