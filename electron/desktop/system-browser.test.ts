import { describe, expect, it } from 'vitest';
import { openPage } from './system-browser.ts';

async function open(url: string, works = true): Promise<[boolean, string[]]> {
  const opened: string[] = [];
  const openExternal = async (address: string) => {
    opened.push(address);
    if (!works) throw new Error('no browser');
  };
  return [await openPage(url, { openExternal }), opened];
}

describe('openPage', () => {
  it.each([
    'https://acme.awsapps.com/start/#/device?user_code=ABCD-EFGH',
    'http://127.0.0.1:4000/device',
    'http://[::1]:4000/',
    'http://localhost:4566/device',
  ])('opens %s', async (url) => {
    expect(await open(url)).toEqual([true, [url]]);
  });

  it.each([
    'http://acme.awsapps.com/start',
    'http://127.0.0.1.example.com/',
    'http://10.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-settings:network',
    'bucket-porter://app/',
    'https://user:password@acme.awsapps.com/',
    'acme.awsapps.com',
    '',
  ])('never opens %j', async (url) => {
    await expect(open(url)).rejects.toMatchObject({ error: { code: 'page.refused' } });
  });

  it('says so where the system can’t', async () => {
    await expect(open('https://acme.awsapps.com/start', false)).rejects.toThrow('no browser');
  });
});
