import { addressKey, type BucketAddress } from '../../shared/bucket-address.ts';
import type { IncompleteUploadPage } from '../../shared/multipart-upload.ts';
import { useBridge } from './bridge-context.tsx';
import { type StreamedPages, useStreamedPages } from './streamed-pages.ts';

/** @param look tells one look at them from another: uploads come and go, so none shows what an earlier one saw */
export function useIncompleteUploads(
  at: BucketAddress,
  prefix: string,
  look: string,
): StreamedPages<IncompleteUploadPage> {
  const client = useBridge();
  return useStreamedPages<IncompleteUploadPage>({
    queryKey: ['uploads.page', addressKey(at), prefix, look],
    fetchPage: (next, signal) => client.call('uploads.page', { at, prefix, next }, { signal }),
    nextToken: (page) => page.next,
  });
}
