import { ShieldAlert } from 'lucide-react';
import { createContext, use, useState } from 'react';
import type { RoleTarget } from '../../shared/role-target.ts';
import { useSpeech } from './language.tsx';
import { TextField } from './text-field.tsx';
import styles from './production-guard.module.css';

/**
 * The name that has to be typed before something is destroyed through a profile or role; undefined where it isn't
 * a production one.
 */
export const ProductionContext = createContext<(target: RoleTarget) => string | undefined>(() => undefined);

export interface ProductionCheck {
  /** The name to type; undefined where nothing has to be. */
  readonly name: string | undefined;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** Nothing stands in the way any more. */
  readonly passed: boolean;
}

/** Whether somebody who acts on production has said that they mean it. */
export function useProductionCheck(target: RoleTarget): ProductionCheck {
  const name = use(ProductionContext)(target);
  const [typed, onTyped] = useState('');
  return { name, typed, onTyped, passed: name === undefined || typed.trim() === name };
}

export interface ProductionGuardProps {
  readonly check: ProductionCheck;
  readonly autoFocus?: boolean;
  /** Enter in the field, once the name is typed. */
  readonly onSubmit?: (() => void) | undefined;
}

/** Says that it is production, and asks for the name; nothing elsewhere. */
export function ProductionGuard({ check, autoFocus = false, onSubmit }: ProductionGuardProps) {
  const { messages } = useSpeech();
  const words = messages.profiles.production;
  const { name, typed, onTyped, passed } = check;
  if (name === undefined) return null;
  return (
    <form
      className={styles.guard}
      onSubmit={(event) => {
        event.preventDefault();
        if (passed) onSubmit?.();
      }}
    >
      <p className={styles.line}>
        <ShieldAlert size={16} aria-hidden />
        <span>
          <strong>{words.title({ name })}</strong> {words.body}
        </span>
      </p>
      <TextField label={words.type({ name })} value={typed} onChange={onTyped} autoFocus={autoFocus} />
    </form>
  );
}
