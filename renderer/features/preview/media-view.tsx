import { useState } from 'react';
import { useSpeech } from '../../ui/language.tsx';
import styles from './preview.module.css';

export interface MediaViewProps {
  readonly kind: 'audio' | 'video';
  readonly source: string;
  readonly mediaType: string;
}

/** Sound or film, read as far as it is played. */
export function MediaView({ kind, source, mediaType }: MediaViewProps) {
  const { messages } = useSpeech();
  const words = messages.details.previews;
  const [broken, setBroken] = useState(false);
  if (broken) return <p className={styles.broken}>{words.brokenMedia}</p>;
  const Player = kind;
  return (
    <Player
      className={kind === 'video' ? styles.video : styles.audio}
      controls
      preload="metadata"
      aria-label={words.kinds[kind]}
      onError={() => setBroken(true)}
    >
      {/* Its own type, since a server may say something vaguer. */}
      <source src={source} type={mediaType} onError={() => setBroken(true)} />
    </Player>
  );
}
