import type { ReactNode } from 'react';
import { useSnapshot } from '../bridge/bridge-context.tsx';
import { ActivityDrawer } from '../features/activity/activity-drawer.tsx';
import { StatusLine } from '../features/status-line/status-line.tsx';

// What is done changes often; only these two look on, so that nothing else is drawn again for it.

/** All that was done. */
export function Activity({ onClose }: { readonly onClose: () => void }) {
  const activity = useSnapshot('activity') ?? [];
  return <ActivityDrawer activity={activity} onClose={onClose} />;
}

export interface ActivityStatusProps {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** What was done last. */
export function ActivityStatus(props: ActivityStatusProps) {
  const activity = useSnapshot('activity') ?? [];
  return <StatusLine activity={activity} {...props} />;
}
