import { Bookmark, CircleAlert, Clock, Database, File, Folder } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { RoleTarget } from '../../../shared/role-target.ts';
import type { DeepLinkNews } from '../../../shared/deep-link.ts';
import { errorWords } from '../../../shared/messages/messages.ts';
import { parseLocation, type S3Location } from '../../../shared/s3-location.ts';
import { cx } from '../../ui/cx.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { Suggestion } from './suggestion.ts';
import { type SuggestionSources, useSuggestions } from './use-suggestions.ts';
import styles from './location.module.css';

export interface LocationFieldProps extends SuggestionSources {
  /** The address of what is shown; all of it is selected at first. */
  readonly initial: string;
  /** In few words, whose eyes a remembered place is seen through. */
  readonly nameTarget: (target: RoleTarget) => string;
  /** @param target of a remembered place; the present one where absent */
  readonly onGo: (location: S3Location, target?: RoleTarget) => void;
  /** Where a `bucket-porter://` link leads; undefined for any other text. */
  readonly followLink: (text: string) => DeepLinkNews['outcome'] | undefined;
  readonly onClose: () => void;
}

const ICONS = { bucket: Database, recent: Clock, bookmark: Bookmark };

/** The location as text: takes any address of a place in S3, and completes it. */
export function LocationField(props: LocationFieldProps) {
  const { initial, target, nameTarget, onGo, followLink, onClose } = props;
  const { messages, locale } = useSpeech();
  const words = messages.navigation.bar;
  const [text, setText] = useState(initial);
  const [typed, setTyped] = useState(false);
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(true);
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const suggestions = useSuggestions(typed ? text : undefined, props);
  const shown = open && suggestions.length > 0;
  const chosen = shown ? suggestions[active] : undefined;
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const write = (next: string) => {
    setText(next);
    setTyped(true);
    setActive(-1);
    setOpen(true);
    setProblem(undefined);
  };
  const go = (to: string, whose?: RoleTarget) => {
    const followed = followLink(to);
    if (followed?.kind === 'failed') {
      const { what, next } = errorWords(messages, followed.error);
      return setProblem(`${what}${messages.page.common.gap}${next}`);
    }
    if (followed !== undefined) {
      const { key, place } = followed;
      return onGo({ bucket: place.bucket, key: key ?? place.prefix }, place.target);
    }
    const location = parseLocation(to);
    if (location === undefined)
      setProblem(`${words.notUnderstood}${messages.page.common.gap}${words.accepted}`);
    else if ((whose ?? target) === undefined) setProblem(words.needsRole);
    else onGo(location, whose);
  };
  const take = ({ text: to, place }: Suggestion) => go(to, place?.target);
  const move = (step: 1 | -1) => {
    setOpen(true);
    const { length } = suggestions;
    if (length > 0) setActive(active < 0 ? (step > 0 ? 0 : length - 1) : (active + step + length) % length);
  };
  const complete = () => {
    const suggestion = chosen ?? suggestions.find(({ kind }) => kind === 'key' || kind === 'bucket');
    if (!shown || suggestion === undefined || suggestion.text === text) return false;
    write(suggestion.text);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') {
      if (chosen === undefined) go(text);
      else take(chosen);
    } else if (event.key === 'Escape') {
      if (chosen === undefined) onClose();
      else setActive(-1);
    } else if (event.key !== 'Tab' || event.shiftKey || !complete()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles.edit}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget) && document.hasFocus()) onClose();
      }}
    >
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label={words.field}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${active}`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        placeholder={words.placeholder}
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {(shown || problem !== undefined) && (
        <div className={styles.popup}>
          {problem !== undefined && (
            <p id={`${id}-problem`} role="alert" className={styles.problem}>
              <CircleAlert size={14} aria-hidden />
              {problem}
            </p>
          )}
          {shown && (
            <ul
              ref={list}
              id={`${id}-list`}
              role="listbox"
              aria-label={words.suggestions}
              className={styles.list}
            >
              {suggestions.map((one, index) => (
                <SuggestionItem
                  key={`${one.kind} ${one.text} ${index}`}
                  id={`${id}-${index}`}
                  suggestion={one}
                  selected={index === active}
                  whose={one.place === undefined ? undefined : nameTarget(one.place.target)}
                  onPick={() => take(one)}
                />
              ))}
            </ul>
          )}
        </div>
      )}
      <span role="status" className={styles.quiet}>
        {typed &&
          shown &&
          words.found({ count: suggestions.length, text: formatNumber(locale, suggestions.length) })}
      </span>
    </div>
  );
}

interface SuggestionItemProps {
  readonly id: string;
  readonly suggestion: Suggestion;
  readonly selected: boolean;
  readonly whose: string | undefined;
  readonly onPick: () => void;
}

function SuggestionItem({ id, suggestion, selected, whose, onPick }: SuggestionItemProps) {
  const { kind, text, label } = suggestion;
  const Icon = kind === 'key' ? (text.endsWith('/') ? Folder : File) : ICONS[kind];
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className={cx(styles.option, selected && styles.selected)}
      title={text}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Icon size={14} aria-hidden className={styles.icon} />
      {label !== undefined && <span className={styles.label}>{label}</span>}
      <span className={styles.address}>{text}</span>
      {whose !== undefined && <span className={styles.whose}>{whose}</span>}
    </li>
  );
}
