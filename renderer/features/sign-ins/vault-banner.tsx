import { useState } from 'react';
import type { VaultStatus } from '../../../shared/contract.ts';
import type { AppInfo } from '../../../shared/settings.ts';
import { Banner } from '../../ui/banner.tsx';
import { usePageWords } from '../../ui/language.tsx';

export interface VaultBannerProps {
  readonly vault: VaultStatus;
  readonly platform: AppInfo['platform'];
}

/** Says that tokens are only in memory, why, and what to do; nothing where there is a keychain. */
export function VaultBanner({ vault, platform }: VaultBannerProps) {
  const { vault: words, common } = usePageWords();
  const [dismissed, setDismissed] = useState<string>();
  if (vault.storage === 'keychain' || vault.cause === dismissed) return null;
  const next = words.next[vault.cause];
  return (
    <Banner tone="warn" title={words.title} onDismiss={() => setDismissed(vault.cause)}>
      <span title={vault.reason}>{words.why[vault.cause]}</span>
      {common.gap}
      {typeof next === 'string' ? next : next[platform]}
    </Banner>
  );
}
