import { failure } from '../../app-failure.ts';

/** Where a page of a two-marker listing ended (versions: key and version; uploads: key and upload). */
export interface PageMark {
  readonly key: string;
  readonly id?: string | undefined;
}

/** A mark as an opaque text for the page to hand back. */
export function sealMark({ key, id }: PageMark): string {
  return Buffer.from(JSON.stringify(id === undefined ? [key] : [key, id])).toString('base64url');
}

/** @throws {AppFailure} `bridge.bad-request` where it isn't one of ours */
export function openMark(text: string, request: string): PageMark {
  try {
    const mark: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(mark) && mark.every((part) => typeof part === 'string')) {
      const [key, id] = mark;
      if (key !== undefined) return { key, ...(id === undefined ? {} : { id }) };
    }
  } catch {
    // Refused below.
  }
  throw failure('bridge.bad-request', { request, reason: 'next' });
}
