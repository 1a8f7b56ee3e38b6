import { describe, expect, it } from 'vitest';
import { TrustedSenders } from './trusted-sender.ts';

const ORIGIN = 'bucket-porter://app';

function window(id: number, origin = ORIGIN) {
  const mainFrame = { origin };
  return { sender: { id, mainFrame }, senderFrame: mainFrame };
}

describe('TrustedSenders', () => {
  const senders = new TrustedSenders(ORIGIN);
  senders.add(7);

  it('trusts the main frame of our own window', () => {
    expect(senders.refusal(window(7))).toBeUndefined();
  });

  it('refuses a window that is not ours', () => {
    expect(senders.refusal(window(8))).toBe('unknown-window');
  });

  it('refuses a frame that is gone', () => {
    expect(senders.refusal({ ...window(7), senderFrame: null })).toBe('frame-gone');
  });

  it('refuses a frame inside the page, even of our origin', () => {
    expect(senders.refusal({ ...window(7), senderFrame: { origin: ORIGIN } })).toBe('not-main-frame');
  });

  it.each([
    'https://example.com',
    'file://',
    'null',
    '',
    'bucket-porter://other',
    'bucket-porter://app.evil',
  ])('refuses the origin %j', (origin) => {
    expect(senders.refusal(window(7, origin))).toBe('foreign-origin');
  });

  it('forgets a window that is gone', () => {
    const forgetful = new TrustedSenders(ORIGIN);
    forgetful.add(7);
    forgetful.delete(7);
    expect(forgetful.refusal(window(7))).toBe('unknown-window');
  });
});
