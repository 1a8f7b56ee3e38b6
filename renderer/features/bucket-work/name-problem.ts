import { type BucketNameRule, brokenBucketNameRule } from '../../../shared/bucket-name.ts';

/** What is wrong with a name while it is being typed: nothing that typing on would put right. */
export function nameProblem(name: string): BucketNameRule | undefined {
  const rule = brokenBucketNameRule(name);
  if (rule === 'length' && name.length < 3) return undefined;
  if (rule === 'ends' && !/^[.-]/.test(name)) return undefined;
  return rule;
}
