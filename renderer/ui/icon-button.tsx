import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './button.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  /** Its accessible name, and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly small?: boolean;
}

/** A button that shows an icon, with its name in a tooltip. */
export function IconButton({ label, icon, small = false, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      <AriaButton
        {...props}
        aria-label={label}
        className={cx(styles.button, styles.iconOnly, small && styles.small)}
      >
        {icon}
      </AriaButton>
      <Tooltip className={cx(styles.tooltip)} offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
