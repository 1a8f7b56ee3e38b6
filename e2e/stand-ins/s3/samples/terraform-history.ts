import type { SampleEvent, SampleObject } from './sample-object.ts';
import { series } from './series.ts';

/** Since when the bucket of Terraform states keeps versions, in days before the samples' newest day. */
export const TERRAFORM_VERSIONS_SINCE = 400;

/** A state for each time somebody applied a change, and an environment that was torn down. */
export function terraformHistory(): SampleEvent[] {
  return [
    ...series(14, (i) => state('cluster', 389 + i, 13 - i, 3 + Math.floor(i / 4))),
    ...series(6, (i) => state('network', 113 + i, 42 - i * 8, 2 + (i % 2))),
    ...series(3, (i) => state('sandbox-hiro', 1 + i, 95 - i * 5, i + 1)),
    { key: 'sandbox-hiro/terraform.tfstate', daysAgo: 70, isDeleted: true },
  ];
}

function state(stack: string, serial: number, daysAgo: number, nodes: number): SampleObject {
  const resources = series(nodes, (i) => ({
    type: 'aws_instance',
    name: `node-${i + 1}`,
    instance_type: serial % 3 === 0 ? 'm7g.large' : 'm7g.xlarge',
  }));
  const body = `${JSON.stringify({ version: 4, terraform_version: '1.13.4', serial, resources }, null, 2)}\n`;
  return { key: `${stack}/terraform.tfstate`, body, daysAgo, contentType: 'application/json' };
}
