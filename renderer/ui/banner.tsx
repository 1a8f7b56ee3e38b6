import { Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { usePageWords } from './language.tsx';
import styles from './banner.module.css';

export interface BannerProps {
  readonly tone: 'warn' | 'info';
  readonly title: string;
  readonly children?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

/** Something to know that isn't an error of what one just did; read out politely. */
export function Banner({ tone, title, children, onDismiss }: BannerProps) {
  const { common } = usePageWords();
  const Icon = tone === 'warn' ? TriangleAlert : Info;
  return (
    <div role="status" className={cx(styles.banner, styles[tone])}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <div className={styles.body}>
        <strong>{title}</strong> {children}
      </div>
      {onDismiss !== undefined && (
        <IconButton small label={common.dismiss} icon={<X size={14} />} onPress={onDismiss} />
      )}
    </div>
  );
}
