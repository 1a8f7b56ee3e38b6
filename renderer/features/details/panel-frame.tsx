import { Maximize2, Minimize2, RefreshCw } from 'lucide-react';
import { type ReactNode, use } from 'react';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { PanelSizeContext } from './panel-size.ts';
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
  const size = use(PanelSizeContext);
  return (
    <ViewFrame
      title={title}
      note={note}
      closeLabel={words.close}
      onClose={onClose}
      onEscape={size?.full === true ? () => size.onFull(false) : undefined}
      takeFocus={false}
      tools={
        <>
          {onRefresh !== undefined && (
            <IconButton
              small
              label={messages.page.common.refresh}
              icon={<RefreshCw size={14} />}
              onPress={onRefresh}
              isDisabled={busy}
            />
          )}
          {size !== undefined && (
            <IconButton
              small
              label={size.full ? words.shrink : words.enlarge}
              icon={size.full ? <Minimize2 size={14} /> : <Maximize2 size={14} />}
              onPress={() => size.onFull(!size.full)}
            />
          )}
        </>
      }
    >
      {/* It scrolls and holds little that takes the focus, so the keyboard has to reach it by itself. */}
      <div
        className={cx(styles.scroll, size?.full === true && styles.full)}
        tabIndex={0}
        role="group"
        aria-label={words.panel}
        aria-busy={busy}
      >
        {children}
      </div>
    </ViewFrame>
  );
}
