import { type ReactNode, useId } from 'react';
import { type RoleTarget, targetKey } from '../../../shared/role-target.ts';
import { TreeItem } from '../../ui/tree/tree.tsx';
import { MoreButton } from './more-button.tsx';
import { RowMarks } from './row-marks.tsx';
import { useSidebar } from './sidebar-context.ts';
import styles from './sidebar.module.css';

export interface ProfileItemProps {
  readonly target: RoleTarget;
  readonly name: string;
  /** What it stands for, dimmed beneath the name. */
  readonly note: string;
  /** It stands among the favourites: the item that is selected for it is the one below its session. */
  readonly favourite?: boolean;
  readonly first?: boolean;
  /** At the end of the row. */
  readonly children?: ReactNode;
}

/** A profile in the sidebar, or a role that was starred: its name, what it stands for, and what was noted of it. */
export function ProfileItem(props: ProfileItemProps) {
  const { target, name, note, favourite = false, first = false, children } = props;
  const { choice, onChoose, marks, isProduction, menus, keys, openMenu } = useSidebar();
  const labelId = useId();
  const chosen = choice?.kind === 'target' && targetKey(choice.target) === targetKey(target);
  const onMenu = (place: { x: number; y: number }) => openMenu(name, place, menus.target(target));
  const profile = target.kind === 'profile';
  return (
    <TreeItem
      selected={chosen && !favourite}
      current={chosen && favourite}
      first={first}
      onChoose={() => onChoose({ kind: 'target', target })}
      onMenu={onMenu}
      keys={{
        '*': () => keys.star(target),
        F2: profile ? () => keys.rename(target) : undefined,
        Delete: profile ? () => keys.remove(target) : undefined,
      }}
      labelId={labelId}
      row={
        <span className={styles.profile} data-favourite={favourite}>
          <span className={styles.names} id={labelId} title={note === '' ? name : `${name}\n${note}`}>
            <span className={styles.firstLine}>
              <span className={styles.profileName}>{name}</span>{' '}
              <RowMarks mark={marks.of(target)} production={isProduction(target)} star={!favourite} />
            </span>{' '}
            <span className={styles.role}>{note}</span>
          </span>
          {children}
          <MoreButton name={name} onMenu={onMenu} />
        </span>
      }
    />
  );
}
