/** What a page can show by itself, and how. */
export type MediaKind = 'image' | 'pdf' | 'audio' | 'video';

/**
 * The types that are handed to a page as they are; everything else is looked into here or shown as bytes. HTML is not
 * among them, and SVG is only ever drawn as a picture, where its scripts don't run.
 */
const KINDS: Readonly<Record<string, MediaKind>> = {
  'image/png': 'image',
  'image/apng': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'image/avif': 'image',
  'image/bmp': 'image',
  'image/x-icon': 'image',
  'image/svg+xml': 'image',
  'application/pdf': 'pdf',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/aac': 'audio',
  'audio/flac': 'audio',
  'audio/ogg': 'audio',
  'audio/wav': 'audio',
  'video/mp4': 'video',
  'video/webm': 'video',
  'video/ogg': 'video',
  'video/quicktime': 'video',
};

/** Other names that the detector has for some of them. */
const ALIASES: Readonly<Record<string, string>> = {
  'audio/x-flac': 'audio/flac',
  'audio/vnd.wave': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/opus': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
  'image/vnd.microsoft.icon': 'image/x-icon',
};

/** @returns undefined for what a page can't show */
export function mediaKind(mediaType: string): MediaKind | undefined {
  return Object.hasOwn(KINDS, mediaType) ? KINDS[mediaType] : undefined;
}

/**
 * The type that the first bytes speak of. Names and content types are believed for SVG only, which is text.
 * @returns undefined for text and for what nobody knows
 */
export async function detectedType(
  bytes: Uint8Array,
  name: string,
  contentType: string,
): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const named = /\.svg$/i.test(name) || /^image\/svg\+xml\b/i.test(contentType);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (named && /<svg[\s>]/i.test(start) && (found === undefined || found.mime === 'application/xml')) {
    return 'image/svg+xml';
  }
  if (found === undefined) return undefined;
  return ALIASES[found.mime] ?? found.mime;
}

/** Whether a name or content type speaks of something whose first kilobytes are enough to know it. */
export function looksLikeMedia(name: string, contentType: string): boolean {
  return (
    /\.(png|apng|jpe?g|gif|webp|avif|bmp|ico|pdf|mp3|m4a|aac|flac|og[agv]|opus|wav|mp4|m4v|webm|mov|parquet|heic|tiff?)$/i.test(
      name,
    ) || /^(image\/(?!svg)|audio\/|video\/|application\/pdf)/i.test(contentType)
  );
}
