export type FileKind =
  'archive' | 'audio' | 'code' | 'data' | 'document' | 'file' | 'image' | 'table' | 'text' | 'video';

const ENDINGS: Readonly<Record<Exclude<FileKind, 'file'>, string>> = {
  archive: 'zip gz tgz bz2 xz zst lz4 7z rar tar jar br snappy',
  audio: 'mp3 wav flac ogg m4a aac opus',
  code: 'js ts tsx jsx py rb go rs java c h cpp cs php sh sql html css xml yaml yml toml tf ipynb',
  data: 'json jsonl ndjson avro proto bin dat',
  document: 'pdf doc docx odt ppt pptx epub',
  image: 'png jpg jpeg gif webp avif svg tif tiff bmp heic ico',
  table: 'csv tsv parquet orc xls xlsx ods',
  text: 'txt md log rst',
  video: 'mp4 mov mkv webm avi m4v mpg mpeg',
};

const KINDS = new Map(
  Object.entries(ENDINGS).flatMap(([kind, endings]) =>
    endings.split(' ').map((ending) => [ending, kind as FileKind] as const),
  ),
);

/** What kind of file a key's ending says it is; a guess for an icon, no more. */
export function fileKind(name: string): FileKind {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS.get(ending) ?? 'file';
}
