import styles from './places.module.css';

export interface PlaceButtonProps {
  readonly name: string;
  readonly address: string;
  /** Whose eyes it is seen through, in few words. */
  readonly whose: string;
  readonly onGo: (where: 'here' | 'new-tab') => void;
}

/** A place to go to: a click goes there, a middle click or one with Ctrl/Cmd in a new tab. */
export function PlaceButton({ name, address, whose, onGo }: PlaceButtonProps) {
  return (
    <button
      type="button"
      className={styles.place}
      title={`${address}\n${whose}`}
      onClick={(event) => onGo(event.ctrlKey || event.metaKey ? 'new-tab' : 'here')}
      onAuxClick={(event) => {
        if (event.button === 1) onGo('new-tab');
      }}
    >
      <span className={styles.name}>{name}</span>{' '}
      <span className={styles.address}>
        {address} · {whose}
      </span>
    </button>
  );
}
