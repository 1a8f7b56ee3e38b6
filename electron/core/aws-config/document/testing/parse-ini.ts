import { ConfigDocument } from '../config-document.ts';

/** What a config file of this text says; for those who have text and not a file's bytes. Never throws. */
export function parseIni(text: string): Pick<ConfigDocument, 'sections' | 'problems'> {
  return ConfigDocument.read(Buffer.from(text));
}
