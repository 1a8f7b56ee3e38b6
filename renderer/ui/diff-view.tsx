import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { DiffLine, FileDiff } from '../../shared/config-change.ts';
import { formatNumber } from './format.ts';
import { useSpeech } from './language.tsx';
import styles from './diff-view.module.css';

const SIGNS = { same: ' ', added: '+', removed: '−', gap: '⋯' } as const;
/** Pixels of a line; the style sheet says the same. */
const LINE = 18;
/** A line longer than this is cut: laying out a megabyte in one line stops any page. */
const LONGEST_LINE = 5000;

/** What would change in each file, as `diff -u` shows it. */
export function DiffView({ files }: { readonly files: readonly FileDiff[] }) {
  return (
    <div className={styles.files}>
      {files.map((file) => (
        <FileChanges key={file.path} file={file} />
      ))}
    </div>
  );
}

function FileChanges({ file }: { readonly file: FileDiff }) {
  const { messages, locale } = useSpeech();
  const words = messages.profiles.plan;
  const { path, created, lines } = file;
  const count = (kind: DiffLine['kind']) => {
    const number = lines.filter((line) => line.kind === kind).length;
    return { count: number, text: formatNumber(locale, number) };
  };
  const added = count('added');
  const removed = count('removed');
  return (
    <section className={styles.file} aria-label={words.diffOf({ path })}>
      <h3 className={styles.head}>
        <code className={styles.path} title={path}>
          {path}
        </code>
        {created && <span className={styles.tag}>{words.newFile}</span>}
        <span className={styles.counts}>
          {added.count > 0 && <span className={styles.added}>{words.added(added)}</span>}
          {removed.count > 0 && <span className={styles.removed}>{words.removed(removed)}</span>}
        </span>
      </h3>
      <Lines lines={lines} label={words.diffOf({ path })} />
    </section>
  );
}

/** Only lines in view exist: an import may add thousands. */
function Lines({ lines, label }: { readonly lines: readonly DiffLine[]; readonly label: string }) {
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never memoized
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE,
    overscan: 30,
    initialRect: { width: 800, height: 300 },
  });
  const widest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  return (
    <div ref={scroll} className={styles.lines} tabIndex={0} role="group" aria-label={label}>
      <div
        className={styles.all}
        // Full-width letters take two places; what is cut off at the end is then none of them.
        style={{
          height: virtual.getTotalSize(),
          minWidth: `calc(112px + ${Math.min(widest, LONGEST_LINE)}ch)`,
        }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          return line && <Line key={key} line={line} top={start} />;
        })}
      </div>
    </div>
  );
}

function Line({ line, top }: { readonly line: DiffLine; readonly top: number }) {
  const { messages } = useSpeech();
  const words = messages.profiles.plan;
  const { kind, text, oldLine, newLine } = line;
  const spoken = { same: '', added: words.addedLine, removed: words.removedLine, gap: words.leftOut }[kind];
  return (
    <div className={styles.line} data-kind={kind} style={{ transform: `translateY(${top}px)` }}>
      <span className={styles.number} aria-hidden>
        {oldLine}
      </span>
      <span className={styles.number} aria-hidden>
        {newLine}
      </span>
      <span className={styles.sign} aria-hidden>
        {SIGNS[kind]}
      </span>
      {spoken !== '' && <span className={styles.spoken}>{`${spoken}: `}</span>}
      <span className={styles.text}>{text.slice(0, LONGEST_LINE)}</span>
    </div>
  );
}
