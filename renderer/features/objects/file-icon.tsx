import { memo } from 'react';
import {
  File,
  FileArchive,
  FileBraces,
  FileCode,
  FileHeadphone,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileType,
  FileVideoCamera,
  Folder,
} from 'lucide-react';
import { type FileKind, fileKind } from './file-kind.ts';
import styles from './objects.module.css';

const ICONS = {
  archive: FileArchive,
  audio: FileHeadphone,
  code: FileCode,
  data: FileBraces,
  document: FileType,
  file: File,
  image: FileImage,
  table: FileSpreadsheet,
  text: FileText,
  video: FileVideoCamera,
} as const;

/** A folder's or file's picture; its kind is told by the row's words, not by it alone. */
export function FileIcon({ kind, name }: { readonly kind: 'folder' | 'object'; readonly name: string }) {
  return <Picture of={kind === 'folder' ? kind : fileKind(name)} />;
}

/** Most rows have the picture that was there before them, which needs no drawing then. */
const Picture = memo(function Picture({ of }: { readonly of: 'folder' | FileKind }) {
  if (of === 'folder') return <Folder className={styles.folderIcon} size={15} aria-hidden />;
  const Icon = ICONS[of];
  return <Icon className={styles.fileIcon} size={15} aria-hidden />;
});
