export interface HighlightProps {
  readonly text: string;
  /** What was searched for; case is ignored. */
  readonly part: string;
}

/** A text with the searched part marked where it first occurs. */
export function Highlight({ text, part }: HighlightProps) {
  const at = part === '' ? -1 : text.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0) return text;
  const end = at + part.length;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}
