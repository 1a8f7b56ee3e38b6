import { describe, expect, it } from 'vitest';
import type { AwsProfile } from './aws-profiles.ts';
import { endpointInRegion, endpointOverride } from './endpoint.ts';

const profile = (keys: Record<string, string>): AwsProfile => ({
  name: 'p',
  kind: 'sso',
  keys: new Map(Object.entries(keys)),
});
const services = new Map([['local', new Map([['s3.endpoint_url', 'http://services']])]]);
const all = profile({ services: 'local', endpoint_url: 'http://profile' });

describe('endpointOverride', () => {
  it.each([
    [{ AWS_ENDPOINT_URL_S3: 'http://own', AWS_ENDPOINT_URL: 'http://common' }, 'http://own'],
    [{ AWS_ENDPOINT_URL: 'http://common' }, 'http://common'],
    [{}, 'http://services'],
    [{ AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true', AWS_ENDPOINT_URL: 'http://common' }, undefined],
  ])('with %j finds %s', (env, expected) => {
    expect(endpointOverride('s3', env, all, services)).toBe(expected);
  });

  it('falls back to the profile’s endpoint, and to none', () => {
    expect(endpointOverride('s3', {}, profile({ endpoint_url: 'http://profile' }))).toBe('http://profile');
    expect(endpointOverride('sso', {}, profile({}))).toBeUndefined();
    expect(endpointOverride('sso_oidc', { AWS_ENDPOINT_URL_SSO_OIDC: 'http://oidc' })).toBe('http://oidc');
  });
});

describe('endpointInRegion', () => {
  it('fills in the region, and leaves everything else as it is', () => {
    const regional = 'http://127.0.0.1:4000/regions/{region}';
    expect(endpointInRegion(regional, 'eu-west-1')).toBe('http://127.0.0.1:4000/regions/eu-west-1');
    expect(endpointInRegion(regional, 'a/../b')).toBe('http://127.0.0.1:4000/regions/a%2F..%2Fb');
    expect(endpointInRegion('http://127.0.0.1:4000', 'eu-west-1')).toBe('http://127.0.0.1:4000');
    expect(endpointInRegion(undefined, 'eu-west-1')).toBeUndefined();
  });
});
