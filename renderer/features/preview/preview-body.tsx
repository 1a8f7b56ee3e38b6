import type { BucketAddress } from '../../../shared/bucket-address.ts';
import type { Preview } from '../../../shared/preview.ts';
import { HexView } from './hex-view.tsx';
import { ImageView } from './image-view.tsx';
import { MediaView } from './media-view.tsx';
import { NothingToShow } from './nothing-to-show.tsx';
import { PdfView } from './pdf-view.tsx';
import type { ViewChoice } from './preview-toolbar.tsx';
import { TableView } from './table-view.tsx';
import { TextView } from './text-view.tsx';

export interface PreviewBodyProps {
  readonly at: BucketAddress;
  readonly objectKey: string;
  readonly versionId: string | undefined;
  readonly preview: Preview;
  /** Another part of it is on its way. */
  readonly busy: boolean;
  readonly raw: boolean;
  readonly wrap: boolean;
  readonly onOffset: (offset: number) => void;
  readonly onView: (choice: ViewChoice) => void;
}

/** The inside of an object in the view that suits it. */
export function PreviewBody(props: PreviewBodyProps) {
  const { at, objectKey, versionId, preview, busy, raw, wrap, onOffset, onView } = props;
  switch (preview.kind) {
    case 'text':
      return <TextView text={preview.text} json={preview.language === 'json' && !raw} wrap={wrap} />;
    case 'table':
      return (
        <TableView
          key={preview.from}
          request={{ at, key: objectKey, versionId }}
          table={preview.table}
          pages={preview.from === 'parquet'}
          partial={preview.partial}
        />
      );
    case 'hex':
      return (
        <HexView
          bytes={preview.bytes}
          offset={preview.offset}
          size={preview.unpacked === undefined ? preview.size : undefined}
          busy={busy}
          onOffset={onOffset}
        />
      );
    case 'image':
      return <ImageView key={preview.source} source={preview.source} name={objectKey} />;
    case 'pdf':
      return <PdfView key={preview.source} source={preview.source} />;
    case 'audio':
    case 'video':
      return (
        <MediaView
          key={preview.source}
          kind={preview.kind}
          source={preview.source}
          mediaType={preview.mediaType}
        />
      );
    case 'empty':
    case 'archived':
    case 'too-large':
      return <NothingToShow preview={preview} onView={onView} />;
  }
}
