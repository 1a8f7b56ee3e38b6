/** Storage classes that S3 knows (model of the service, `StorageClass`), in the order in which the console lists them. */
export const STORAGE_CLASSES = [
  'STANDARD',
  'INTELLIGENT_TIERING',
  'STANDARD_IA',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
  'REDUCED_REDUNDANCY',
  'EXPRESS_ONEZONE',
  'SNOW',
  'OUTPOSTS',
  'FSX_OPENZFS',
  'FSX_ONTAP',
] as const;

export type StorageClass = (typeof STORAGE_CLASSES)[number];

export function isStorageClass(text: string): text is StorageClass {
  return (STORAGE_CLASSES as readonly string[]).includes(text);
}

/** Whether objects of a class have to be restored before they can be read (S3 user guide, archived objects). */
export function isArchiveClass(storageClass: string): boolean {
  return storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE';
}
