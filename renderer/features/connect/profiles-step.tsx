import { looksLikeRegion } from '../../../shared/regions.ts';
import { templateProblem } from '../../../shared/profile-names.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { RegionField } from '../../ui/region-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type ImportState, nameSources, plannedNames, proposedName } from './import-state.ts';
import { NamePreview } from './name-preview.tsx';
import { OutputField } from './output-field.tsx';
import { TemplateField } from './template-field.tsx';
import styles from './connect.module.css';

export interface ProfilesStepProps {
  readonly state: ImportState;
  readonly onChange: (part: Partial<ImportState>) => void;
  readonly sessionName: string;
  /** Names of the profiles that exist. */
  readonly taken: ReadonlySet<string>;
  readonly onNext: () => void;
}

/** What the new profiles are called, and the settings they have in common. */
export function ProfilesStep({ state, onChange, sessionName, taken, onNext }: ProfilesStepProps) {
  const { messages, locale } = useSpeech();
  const { connect } = messages;
  const words = connect.profiles;
  const { picked, region, output, template, hyphens } = state;
  const one = picked.length === 1;
  const names = plannedNames(state, sessionName, taken);
  const bad = names.filter(({ problem }) => problem !== undefined);
  const sources = nameSources(state, sessionName);
  const wrong = one ? undefined : templateProblem(template, sources);
  const badRegion = sources.region !== '' && !looksLikeRegion(sources.region);
  const ready = picked.length > 0 && bad.length === 0 && wrong === undefined && !badRegion;
  const spaces = picked.some(({ accountName = '' }) => /\s/.test(accountName.trim()));
  const [first] = names;
  const problem = first?.problem;
  const leaveOut = () => {
    // Of names that are there twice the first one stays.
    const kept = new Set<string>();
    const staying = picked.filter((_, index) => {
      const { name = '', problem: why } = names[index] ?? {};
      if (why !== undefined && (why !== 'repeated' || kept.has(name))) return false;
      kept.add(name);
      return true;
    });
    onChange({ picked: staying });
  };
  const leaving = names.length - new Set(names.filter(mayStay).map(({ name }) => name)).size;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onNext();
      }}
    >
      {one ? (
        <TextField
          label={words.name}
          value={state.name ?? proposedName(state, sessionName, taken)}
          onChange={(name) => onChange({ name })}
          problem={problem === undefined ? undefined : words.problems[problem]}
        />
      ) : (
        <TemplateField value={template} onChange={(text) => onChange({ template: text })} problem={wrong} />
      )}
      {!one && spaces && (
        <Checkbox isSelected={hyphens} onChange={(on) => onChange({ hyphens: on })} hint={words.hyphensHint}>
          {words.hyphens}
        </Checkbox>
      )}
      {!one && wrong === undefined && <NamePreview roles={picked} names={names} />}
      <div role="status">
        {!one && wrong === undefined && bad.length > 0 && (
          <div className={styles.conflicts}>
            <p>{words.conflicts({ count: bad.length, text: formatNumber(locale, bad.length) })}</p>
            {leaving < names.length && (
              <Button onPress={leaveOut}>
                {words.leaveOut({ count: leaving, text: formatNumber(locale, leaving) })}
              </Button>
            )}
          </div>
        )}
      </div>
      <div className={styles.pair}>
        <RegionField
          label={words.region}
          value={region}
          onChange={(text) => onChange({ region: text })}
          hint={words.regionHint}
          opens="input"
        />
        <OutputField value={output} onChange={(format) => onChange({ output: format })} />
      </div>
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={!ready}>
          {connect.next}
        </Button>
      </div>
    </form>
  );
}

function mayStay({ problem }: { readonly problem?: string }): boolean {
  return problem === undefined || problem === 'repeated';
}
