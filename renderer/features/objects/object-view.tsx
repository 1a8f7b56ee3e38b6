import { specKey } from '../../bridge/listing-pool.ts';
import { ObjectViewBody } from './object-view-body.tsx';
import type { ObjectViewProps } from './object-view-types.ts';
import { specOf } from './object-spec.ts';

/** One folder of a bucket, or what was found below it, as a table. */
export function ObjectView(props: ObjectViewProps) {
  // Another folder begins with nothing of the one before.
  return <ObjectViewBody key={specKey(specOf(props))} {...props} />;
}
