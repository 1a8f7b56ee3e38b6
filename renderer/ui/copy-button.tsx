import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useCopy } from './copy.ts';
import { IconButton } from './icon-button.tsx';
import { usePageWords } from './language.tsx';

const SHOWN_MS = 1500;

export interface CopyButtonProps {
  readonly text: string;
  /** What it is, for the button's name: "Copy {what}". */
  readonly what: string;
}

/** Copies a text; the icon turns into a tick for a moment, and a notice says so. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const { common } = usePageWords();
  const copy = useCopy();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const press = async () => setDone(await copy(text, what));
  return (
    <IconButton
      small
      label={common.copyThis({ what })}
      icon={done ? <Check size={14} /> : <Copy size={14} />}
      onPress={() => void press()}
    />
  );
}
