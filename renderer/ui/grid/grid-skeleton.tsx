import styles from './grid.module.css';

const ROWS = [62, 48, 74, 55, 68, 44, 58, 70];

/** What stands where rows will be until the first arrive. */
export function GridSkeleton() {
  return (
    <div className={styles.skeletons} aria-hidden>
      {ROWS.map((width) => (
        <div key={width} className={styles.skeleton}>
          <span style={{ width: `${width / 2}%` }} />
          <span style={{ width: '12%' }} />
          <span style={{ width: '16%' }} />
        </div>
      ))}
    </div>
  );
}
