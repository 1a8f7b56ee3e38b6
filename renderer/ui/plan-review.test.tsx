import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../shared/app-error.ts';
import type { ConfigPlan } from '../../shared/config-change.ts';
import { planOf } from '../dev/profile-data.ts';
import { giveHeight, renderWithHost } from '../testing/render.tsx';
import { PlanReview, type PlanReviewProps } from './plan-review.tsx';

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(600);
});
afterEach(() => {
  cleanup();
  undo();
});

const PLAN = planOf({ kind: 'edit-profile', name: 'prod-ro', newName: 'prod-read', set: {} });

function show(change: Partial<PlanReviewProps>) {
  const onApply = vi.fn<() => void>();
  const onAgain = vi.fn<() => void>();
  renderWithHost(
    <PlanReview
      plan={PLAN}
      busy={false}
      error={undefined}
      onApply={onApply}
      onCancel={() => {}}
      onAgain={onAgain}
      applyLabel="Save it"
      {...change}
    />,
  );
  return { onApply, onAgain };
}
const apply = () => screen.getByRole<HTMLButtonElement>('button', { name: /Save it|Writing/ });
const nothing: ConfigPlan = { ...PLAN, files: [] };

describe('PlanReview', () => {
  it('shows each file with what is added and removed, in words, too', () => {
    show({});
    const [config, credentials] = screen.getAllByRole('region');
    const lines = within(config ?? document.body)
      .getByRole('group')
      .textContent?.replaceAll(/\s+/g, ' ');
    expect(lines).toContain('14−removed: sso_role_name = ReadOnly ; for audits');
    expect(lines).toContain('14+added: sso_role_name = SecurityAudit');
    expect(within(config ?? document.body).getByText('2 lines added')).toBeTruthy();
    expect(within(credentials ?? document.body).getByText('new file')).toBeTruthy();
  });

  it('says what refers to it, what to know, and the equal commands', () => {
    show({});
    expect(screen.getByText('Profile prod-admin (source_profile)')).toBeTruthy();
    expect(screen.getByText(/comment behind the value in line 14/)).toBeTruthy();
    expect(screen.getByText('aws configure set sso_role_name SecurityAudit --profile prod-ro')).toBeTruthy();
  });

  it('applies once it is known what would happen, and not while it is under way', () => {
    const { onApply } = show({});
    fireEvent.click(apply());
    expect(onApply).toHaveBeenCalledTimes(1);
    cleanup();
    show({ busy: true });
    expect(apply().disabled).toBe(true);
    cleanup();
    show({ plan: undefined });
    expect(apply().disabled).toBe(true);
    expect(screen.getByText('Working out what would change…').getAttribute('role')).toBe('status');
  });

  it('has nothing to apply where nothing would change', () => {
    show({ plan: nothing });
    expect(screen.getByText('Nothing would change.')).toBeTruthy();
    expect(apply().disabled).toBe(true);
  });

  it('says why not, and looks again', () => {
    const { onAgain } = show({ error: appError('config.changed-elsewhere', { path: '/c' }) });
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: /Look at the changes/ }));
    expect(onAgain).toHaveBeenCalledTimes(1);
  });
});
