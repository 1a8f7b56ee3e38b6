import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsDualStack, portalHost } from './portal-host.ts';
import { looksLikeRegion } from './regions.ts';
import { readStartUrl, samePortal, type StartUrlShape } from './start-url-shape.ts';

function read(text: string): StartUrlShape {
  const shape = readStartUrl(text);
  if (typeof shape === 'string') throw new Error(`${text}: ${shape}`);
  return shape;
}

/** URL, region, partition, suggested name. */
const SHAPES = [
  ['https://acme.awsapps.com/start', undefined, 'aws', 'acme'],
  ['https://d-90670a1b2c.awsapps.com/start', undefined, 'aws', 'd-90670a1b2c'],
  ['https://acme.awsapps.cn/start', undefined, 'aws-cn', 'acme'],
  ['https://start.home.awsapps.cn/directory/d-90670a1b2c', undefined, 'aws-cn', 'd-90670a1b2c'],
  ['https://start.cn-north-1.home.awsapps.cn/directory/acme', 'cn-north-1', 'aws-cn', 'acme'],
  ['https://start.us-gov-home.awsapps.com/directory/d-c2670a94b1', undefined, 'aws-us-gov', 'd-c2670a94b1'],
  [
    'https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/acme',
    'us-gov-west-1',
    'aws-us-gov',
    'acme',
  ],
  ['https://ssoins-7223abcd.portal.eu-west-1.app.aws', 'eu-west-1', 'aws', 'ssoins-7223abcd'],
  ['https://ssoins-7223abcd.portal.us-gov-east-1.app.aws', 'us-gov-east-1', 'aws-us-gov', 'ssoins-7223abcd'],
  ['https://ssoins-7223abcd.us-east-2.portal.amazonaws.com', 'us-east-2', 'aws', 'ssoins-7223abcd'],
  [
    'https://ssoins-7223abcd.cn-northwest-1.portal.amazonaws.com.cn',
    'cn-northwest-1',
    'aws-cn',
    'ssoins-7223abcd',
  ],
  [
    'https://ssoins-7223abcd.portal.cn-north-1.app.amazonwebservices.com.cn',
    'cn-north-1',
    'aws-cn',
    'ssoins-7223abcd',
  ],
  [
    'https://ssoins-7223abcd.eusc-de-east-1.portal.amazonaws.eu',
    'eusc-de-east-1',
    'aws-eusc',
    'ssoins-7223abcd',
  ],
  [
    'https://ssoins-7223abcd.portal.eusc-de-east-1.api.amazonwebservices.eu',
    'eusc-de-east-1',
    'aws-eusc',
    'ssoins-7223abcd',
  ],
  ['https://identitycenter.amazonaws.com/ssoins-7223abcd', undefined, 'aws', 'ssoins-7223abcd'],
  ['https://identitycenter.amazonaws.com.cn/ssoins-7223abcd', undefined, 'aws-cn', 'ssoins-7223abcd'],
  ['https://identitycenter.amazonaws.eu/ssoins-7223abcd', undefined, 'aws-eusc', 'ssoins-7223abcd'],
  ['https://identitycenter.us-gov.amazonaws.com/ssoins-7223abcd', undefined, 'aws-us-gov', 'ssoins-7223abcd'],
] as const;

describe('a portal’s own address', () => {
  it.each(SHAPES)('%s: region %s, partition %s, name %s', (startUrl, region, partition, suggestedName) => {
    const shape = read(startUrl);
    expect(shape).toMatchObject({ startUrl, suggestedName, portal: { partition } });
    expect(shape.portal?.region).toBe(region);
  });

  it.each([
    ['acme.awsapps.com', 'https://acme.awsapps.com/start'],
    ['https://acme.awsapps.com/', 'https://acme.awsapps.com/start'],
    ['http://acme.awsapps.com/start', 'https://acme.awsapps.com/start'],
    ['  <https://acme.awsapps.com/start>\n', 'https://acme.awsapps.com/start'],
    ['"https://acme.awsapps.com/start"', 'https://acme.awsapps.com/start'],
    ['“https://acme.awsapps.com/start”.', 'https://acme.awsapps.com/start'],
    ['sso_start_url = https://acme.awsapps.com/start', 'https://acme.awsapps.com/start'],
    ['Your portal:\nhttps://acme.awsapps.com/start, as ever.', 'https://acme.awsapps.com/start'],
    ['[portal](https://acme.awsapps.com/start)', 'https://acme.awsapps.com/start'],
    ['https://acme.awsapps.com/start#/', 'https://acme.awsapps.com/start'],
    ['https://acme.awsapps.com/start/#/?tab=accounts', 'https://acme.awsapps.com/start'],
    ['https://acme.awsapps.com/start/?tab=accounts', 'https://acme.awsapps.com/start'],
    [
      'https://acme.awsapps.com/start/#/console?account_id=111122223333&role_name=ReadOnly',
      'https://acme.awsapps.com/start',
    ],
    [
      'https://acme.awsapps.com/start/user-consent/authorize.html?clientId=x',
      'https://acme.awsapps.com/start',
    ],
    [
      'https://ssoins-1.portal.eu-west-1.app.aws/#/?tab=accounts',
      'https://ssoins-1.portal.eu-west-1.app.aws',
    ],
    [
      'https://start.us-gov-home.awsapps.com/directory/acme/login?x#/',
      'https://start.us-gov-home.awsapps.com/directory/acme',
    ],
    ['d-90670a1b2c', 'https://d-90670a1b2c.awsapps.com/start'],
    // The tokens of older profiles are kept under exactly this text.
    ['https://acme.awsapps.com/start/', 'https://acme.awsapps.com/start/'],
    ['https://ACME.awsapps.com/start', 'https://ACME.awsapps.com/start'],
  ])('%j becomes %s', (pasted, startUrl) => {
    expect(read(pasted).startUrl).toBe(startUrl);
    expect(samePortal(pasted, startUrl)).toBe(true);
  });

  it('tells two portals apart, and knows one by another spelling', () => {
    expect(samePortal('https://acme.awsapps.com/start', 'https://acme.awsapps.com/start/#/')).toBe(true);
    expect(samePortal('https://ACME.awsapps.com/start/', 'acme.awsapps.com')).toBe(true);
    expect(samePortal('https://acme.awsapps.com/start', 'https://acme2.awsapps.com/start')).toBe(false);
    expect(samePortal('rubbish', 'rubbish')).toBe(false);
  });

  it('knows which have to be asked by the dual-stack endpoint', () => {
    const dual = SHAPES.filter(([url]) => needsDualStack(url)).map(([url]) => new URL(url).hostname);
    expect(dual).toEqual([
      'ssoins-7223abcd.portal.eu-west-1.app.aws',
      'ssoins-7223abcd.portal.us-gov-east-1.app.aws',
      'ssoins-7223abcd.portal.cn-north-1.app.amazonwebservices.com.cn',
      'ssoins-7223abcd.portal.eusc-de-east-1.api.amazonwebservices.eu',
    ]);
  });
});

describe('an organisation’s own address', () => {
  it.each([
    ['https://sso.example.com', 'https://sso.example.com', 'example'],
    ['aws.mycompany.co.jp', 'https://aws.mycompany.co.jp', 'mycompany'],
    ['https://aws.example.com/login?team=a#/x', 'https://aws.example.com/login?team=a', 'example'],
    ['https://portal.cloud.example.org/', 'https://portal.cloud.example.org/', 'example'],
    ['https://example.com', 'https://example.com', 'example'],
    ['https://acme.awsapps.com:8443/start', 'https://acme.awsapps.com:8443/start', 'awsapps'],
    ['https://bücher.example/start', 'https://xn--bcher-kva.example/start', 'xn--bcher-kva'],
    ['https://intranet/aws', 'https://intranet/aws', 'intranet'],
    ['https://10.0.0.5/aws', 'https://10.0.0.5/aws', '10-0-0-5'],
  ])('%s is kept as %s and called %s', (pasted, startUrl, suggestedName) => {
    const shape = read(pasted);
    expect(shape).toMatchObject({ startUrl, suggestedName });
    expect(shape.portal).toBeUndefined();
  });
});

describe('what is no start URL', () => {
  it.each([
    ['', 'not-understood'],
    ['acme', 'not-understood'],
    ['my company portal', 'not-understood'],
    ['javascript:alert(1)', 'not-understood'],
    ['https://', 'not-understood'],
    ['https://user:secret@acme.awsapps.com/start', 'not-understood'],
    ['someone@example.com', 'not-understood'],
    ['http://sso.example.com', 'not-https'],
    ['ftp://acme.awsapps.com', 'not-https'],
    ['https://us-east-1.signin.aws/platform/login?x=1', 'not-a-portal'],
    ['https://eu-west-1.console.aws.amazon.com/s3', 'not-a-portal'],
    ['https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH', 'not-a-portal'],
    ['https://start.us-gov-home.awsapps.com', 'not-a-portal'],
    ['https://identitycenter.amazonaws.com', 'not-a-portal'],
  ] as const)('%j is %s', (text, fault) => {
    expect(readStartUrl(text)).toBe(fault);
  });
});

describe('whatever is pasted', () => {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
  const runs = { numRuns: 2000 };

  it('never throws, and gives a plain https address that is read the same again', () => {
    const pieces = fc.constantFrom(
      'https://', 'http://', 'acme.awsapps.com', '/start', '#/', '?tab=accounts', ' ', '"', '<', '>', '.', ':', '@',
      '\n', '\\', '%', 'é', '🙂', '[', ']', '::1', ')', "'", '//', 'd-90670a1b2c', 'sso.example.com', ',', '{',
    ); // prettier-ignore
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 8 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const shape = readStartUrl(pasted);
        if (typeof shape === 'string') return;
        expect(shape.startUrl).toMatch(/^https:\/\/[\x21-\x7e]+$/);
        expect(shape.url.hash).toBe('');
        expect(shape.url.username + shape.url.password).toBe('');
        expect(shape.suggestedName).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(read(shape.startUrl).startUrl).toBe(shape.startUrl);
      }),
      runs,
    );
  });

  it('finds the same address whatever stands around it', () => {
    const before = fc.constantFrom('', ' ', '"', '<', '(', 'Portal: ', 'sso_start_url=', '\r\n', '“');
    const after = fc.constantFrom(
      '',
      ' ',
      '"',
      '>',
      ')',
      '.',
      ' (new)',
      '\r\n',
      '”',
      '#/',
      '/#/?tab=accounts',
    );
    const address = fc.constantFrom(...SHAPES.map(([url]) => url), 'https://sso.example.com/aws');
    fc.assert(
      fc.property(before, address, after, (head, url, tail) => {
        if (tail.startsWith('/') && url === 'https://sso.example.com/aws') return;
        expect(read(head + url + tail).startUrl).toBe(url);
      }),
      runs,
    );
  });

  it('takes nobody else’s host for one of AWS’s', () => {
    const hosts = SHAPES.map(([url]) => new URL(url).hostname);
    fc.assert(
      fc.property(fc.constantFrom(...hosts), label, fc.constantFrom('.', '-', ''), (host, word, joint) => {
        expect(portalHost(`${host}.${word}.example`)).toBeUndefined();
        expect(portalHost(`${host}${joint}${word}x`)).toBeUndefined();
        const suffix = host.split('.').slice(-2).join('.');
        if (!suffix.startsWith('amazon')) expect(portalHost(`${word}${suffix}`)).toBeUndefined();
      }),
      runs,
    );
  });

  it('reads a region only where there is one', () => {
    fc.assert(
      fc.property(label, label, (id, region) => {
        for (const host of [`${id}.portal.${region}.app.aws`, `${id}.${region}.portal.amazonaws.com`]) {
          expect(portalHost(host)?.region).toBe(looksLikeRegion(region) ? region : undefined);
        }
      }),
      runs,
    );
  });
});
