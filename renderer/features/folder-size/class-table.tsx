import type { ClassTotal } from '../../../shared/listing.ts';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { totalOf } from './size-text.ts';
import styles from './folder-size.module.css';

/** Objects and bytes by storage class, largest first, each with its share of the bytes. */
export function ClassTable({ classes }: { readonly classes: readonly ClassTotal[] }) {
  const { messages, locale } = useSpeech();
  const { object, uploads } = messages.details;
  const { size: words } = uploads;
  const total = totalOf(classes);
  const sorted = classes.toSorted((one, other) => other.bytes - one.bytes);
  const number = (value: number) => formatNumber(locale, value);
  const share = (bytes: number) => (total.bytes === 0 ? 0 : (bytes / total.bytes) * 100);
  const bytesCell = (bytes: number) => (
    <td title={object.bytes({ text: number(bytes) })}>{formatBytes(locale, bytes)}</td>
  );
  return (
    <table className={styles.table} aria-label={words.label}>
      <thead>
        <tr>
          <th scope="col">{words.columns.class}</th>
          <th scope="col">{words.columns.objects}</th>
          <th scope="col">{words.columns.bytes}</th>
          <th scope="col">{words.columns.share}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ storageClass, objects, bytes }) => (
          <tr key={storageClass}>
            <th scope="row">{storageClass}</th>
            <td>{number(objects)}</td>
            {bytesCell(bytes)}
            <td>
              <span className={styles.share} aria-hidden>
                <span style={{ transform: `scaleX(${share(bytes) / 100})` }} />
              </span>
              <span className={styles.percent}>{formatNumber(locale, share(bytes), 1)} %</span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>{number(total.objects)}</td>
          {bytesCell(total.bytes)}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
