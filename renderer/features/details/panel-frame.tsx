import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import styles from './details.module.css';

export interface PanelFrameProps {
  readonly title: string;
  readonly note?: string;
  readonly onClose: () => void;
  readonly onRefresh?: (() => void) | undefined;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** The panel's heading and what scrolls beneath it. */
export function PanelFrame({ title, note, onClose, onRefresh, busy = false, children }: PanelFrameProps) {
  const { messages } = useSpeech();
  const words = messages.details.object;
  return (
    <ViewFrame
      title={title}
      note={note}
      closeLabel={words.close}
      onClose={onClose}
      takeFocus={false}
      tools={
        onRefresh !== undefined && (
          <IconButton
            small
            label={messages.page.common.refresh}
            icon={<RefreshCw size={14} />}
            onPress={onRefresh}
            isDisabled={busy}
          />
        )
      }
    >
      {/* It scrolls and holds little that takes the focus, so the keyboard has to reach it by itself. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.panel} aria-busy={busy}>
        {children}
      </div>
    </ViewFrame>
  );
}
