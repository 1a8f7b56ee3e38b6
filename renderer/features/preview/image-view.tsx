import { useState } from 'react';
import { cx } from '../../ui/cx.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './preview.module.css';

export interface ImageViewProps {
  readonly source: string;
  readonly name: string;
}

/** A picture, as large as the place or as it is; a chequered ground shows what is transparent. */
export function ImageView({ source, name }: ImageViewProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.previews;
  const [zoom, setZoom] = useState<'fit' | 'actual'>('fit');
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [broken, setBroken] = useState(false);
  if (broken) return <p className={styles.broken}>{words.brokenImage}</p>;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <>
      <div
        className={cx(styles.picture, zoom === 'fit' && styles.fit)}
        tabIndex={0}
        role="group"
        aria-label={words.kinds.image}
      >
        <img
          src={source}
          alt={words.imageOf({ key: name })}
          decoding="async"
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          onError={() => setBroken(true)}
        />
      </div>
      <div className={styles.foot}>
        <span>
          {size !== undefined && words.pixels({ width: number(size.width), height: number(size.height) })}
        </span>
        <Segmented
          label={words.zoom}
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'fit', label: words.fit },
            { value: 'actual', label: words.actual },
          ]}
        />
      </div>
    </>
  );
}
