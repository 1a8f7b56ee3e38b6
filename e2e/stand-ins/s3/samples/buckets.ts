/** The demo organisation's accounts. */
export const ACME_ACCOUNTS = {
  production: '111122223333',
  development: '444455556666',
  data: '777788889999',
} as const;

/** Another company, whose data is open to everybody in Acme. */
export const PARTNER_ACCOUNT = '222233334444';

export interface SampleBucket {
  readonly name: string;
  readonly region: string;
  readonly accountId: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Other accounts that may read it. */
  readonly sharedWith?: readonly string[];
}

const { production, development, data } = ACME_ACCOUNTS;

/** Nine, seven and twelve buckets in four regions, and one of another company, as ten years of a company leave them behind. */
export const SAMPLE_BUCKETS: readonly SampleBucket[] = [
  bucket(production, 'acme-assets', 'us-east-1', '2014-03-18T09:12:44Z'),
  bucket(production, 'acme-www.acme.example', 'us-east-1', '2015-08-02T21:40:03Z'),
  bucket(production, 'acme-invoices', 'eu-west-1', '2016-11-29T07:55:30Z'),
  bucket(production, 'acme-customer-uploads', 'eu-west-1', '2018-05-24T13:20:11Z'),
  bucket(production, 'acme-cloudtrail-111122223333', 'us-east-1', '2019-01-15T04:00:09Z'),
  bucket(production, 'acme-alb-access-logs-111122223333-eu-west-1', 'eu-west-1', '2020-06-30T16:31:52Z'),
  bucket(production, 'acme-tokyo-office', 'ap-northeast-1', '2021-04-01T00:00:21Z'),
  bucket(production, 'acme-backups-osaka', 'ap-northeast-3', '2022-09-13T02:45:37Z'),
  bucket(
    production,
    'acme-prod-observability-long-term-archive-111122223333-us-east1',
    'us-east-1',
    '2024-02-29T23:59:59Z',
  ),

  bucket(development, 'acme-dev-scratch', 'us-east-1', '2017-02-07T18:03:15Z'),
  bucket(development, 'acme-dev-artifacts', 'eu-west-1', '2018-10-12T10:24:48Z'),
  bucket(development, 'acme-dev-terraform-state', 'eu-west-1', '2019-07-22T08:17:05Z'),
  bucket(development, 'aws-cloudtrail-logs-444455556666-7c1f09ab', 'us-east-1', '2021-12-03T11:11:11Z'),
  bucket(development, 'acme-odd-keys', 'eu-west-1', '2024-04-01T09:00:00Z'),
  bucket(development, 'acme-dev-mobile-builds', 'ap-northeast-1', '2023-06-19T05:30:00Z'),
  bucket(
    development,
    'acme-dev-feature-preview-environments-static-sites-444455556666',
    'eu-west-1',
    '2026-03-10T14:02:26Z',
  ),

  bucket(data, 'acme-data-lake-raw', 'eu-west-1', '2016-04-05T12:00:00Z'),
  bucket(data, 'acme-data-lake-curated', 'eu-west-1', '2016-04-05T12:00:41Z'),
  bucket(data, 'acme-data-science-notebooks', 'us-east-1', '2018-01-30T15:48:19Z'),
  bucket(data, 'acme-ml-models', 'us-east-1', '2019-11-11T20:26:07Z'),
  bucket(data, 'acme-clickstream-us', 'us-east-1', '2020-02-14T03:14:15Z'),
  bucket(data, 'acme-clickstream-jp', 'ap-northeast-1', '2020-02-14T03:15:02Z'),
  bucket(data, 'acme-data-exports', 'eu-west-1', '2021-08-26T09:36:54Z'),
  bucket(data, 'aws-athena-query-results-777788889999-eu-west-1', 'eu-west-1', '2021-09-01T06:07:08Z'),
  bucket(data, 'acme-sensor-archive', 'ap-northeast-3', '2022-05-17T22:10:33Z'),
  bucket(data, 'acme-surveys-jp', 'ap-northeast-1', '2023-10-08T01:23:45Z'),
  bucket(data, 'acme-gdpr-erasure-audit', 'eu-west-1', '2025-01-20T17:52:28Z'),
  bucket(
    data,
    'acme-data-warehouse-nightly-snapshots-disaster-recovery-osaka-1',
    'ap-northeast-3',
    '2026-06-02T19:05:50Z',
  ),

  {
    ...bucket(PARTNER_ACCOUNT, 'open-weather-archive', 'us-east-1', '2019-10-01T08:00:00Z'),
    sharedWith: Object.values(ACME_ACCOUNTS),
  },
];

function bucket(accountId: string, name: string, region: string, createdAt: string): SampleBucket {
  return { name, region, accountId, createdAt };
}
