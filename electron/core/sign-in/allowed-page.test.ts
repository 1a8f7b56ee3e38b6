import { describe, expect, it } from 'vitest';
import { isAllowedPage } from './allowed-page.ts';

const START = 'https://login.acme.example/start';

describe('isAllowedPage', () => {
  it.each([
    'https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH',
    'https://device.sso.cn-north-1.amazonaws.com.cn/',
    'https://acme.awsapps.com/start/#/device?user_code=ABCD-EFGH',
    'https://d-1234567890.awsapps.com/start',
    'https://ssoins-1234.portal.eu-west-1.app.aws/',
    'https://ssoins-1234.eusc-de-east-1.portal.amazonaws.eu/#/device',
    'https://ssoins-1234.portal.eusc-de-east-1.api.amazonwebservices.eu/#/device',
    'https://signin.aws/platform',
    'https://login.acme.example/device',
  ])('lets %s through', (page) => {
    expect(isAllowedPage(page, START, undefined)).toBe(true);
  });

  it.each([
    'https://attacker.s3.amazonaws.com/',
    'https://abc123.execute-api.eu-west-1.amazonaws.com/',
    'https://ec2-1-2-3-4.compute.amazonaws.com/',
    'https://device.sso.eu-west-1.amazonaws.com.evil.example/',
    'https://evilawsapps.com/',
    'https://acme.awsapps.com:8443/start',
    'https://user@acme.awsapps.com/start',
    'http://acme.awsapps.com/start',
    'http://127.0.0.1:4000/device',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
  ])('refuses %j', (page) => {
    expect(isAllowedPage(page, START, undefined)).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:4000/device', 'http://127.0.0.1:4000', true],
    ['http://localhost:4566/device', 'http://localhost:4566', true],
    ['http://127.0.0.1:4001/device', 'http://127.0.0.1:4000', false],
    ['http://10.0.0.1:4000/device', 'http://10.0.0.1:4000', false],
    ['https://oidc.test.example/device', 'https://oidc.test.example', true],
  ])('with an endpoint override: %s, %s → %s', (page, endpoint, allowed) => {
    expect(isAllowedPage(page, START, endpoint)).toBe(allowed);
  });
});
