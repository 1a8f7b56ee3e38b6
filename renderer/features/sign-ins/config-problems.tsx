import type { ConfigProblem } from '../../../shared/contract.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './panel.module.css';

/** Every line or section of the config files that can't be used, and why. */
export function ConfigProblems({ problems }: { readonly problems: readonly ConfigProblem[] }) {
  const { messages, locale } = useSpeech();
  const words = messages.page.problems;
  return (
    <div className={styles.panel}>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.dim}>{problems.length === 0 ? words.none : words.body}</p>
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.path}:${problem.line}:${problem.reason}:${problem.subject}`}>
            <p>{words.reasons[problem.reason]({ subject: problem.subject })}</p>
            <code className={styles.place}>
              {problem.line === undefined
                ? problem.path
                : words.line({ path: problem.path, line: formatNumber(locale, problem.line) })}
            </code>
          </li>
        ))}
      </ul>
    </div>
  );
}
