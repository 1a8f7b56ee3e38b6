import { partitionOf } from '../../../../shared/partition.ts';
import { REGIONS } from '../../../../shared/regions.ts';

/** Where most organisations have their Identity Center; asked first. The rest follow in the list's own order. */
const USUAL_FIRST = [
  'us-east-1',
  'eu-west-1',
  'us-west-2',
  'eu-central-1',
  'us-east-2',
  'ap-northeast-1',
  'ap-southeast-2',
  'ap-southeast-1',
  'eu-west-2',
  'ap-south-1',
  'ca-central-1',
  'eu-north-1',
  'us-gov-west-1',
  'cn-north-1',
];
/** The European Sovereign Cloud's only region so far. */
const SOVEREIGN = ['eusc-de-east-1'];

/** The regions of a partition in which a portal may be, the most likely first. */
export function candidateRegions(partition: string): readonly string[] {
  const all = new Set<string>([...USUAL_FIRST, ...REGIONS, ...SOVEREIGN]);
  return [...all].filter((region) => partitionOf(region) === partition);
}
