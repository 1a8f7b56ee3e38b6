import type { DetailsMessages } from '../en/details.ts';
import { bucketDetails } from './bucket-details.ts';
import { bucketWork } from './bucket-work.ts';
import { deletions } from './deletions.ts';
import { objectDetails } from './object-details.ts';
import { previews } from './previews.ts';
import { regionNames } from './region-names.ts';
import { uploadViews } from './upload-views.ts';
import { versionViews } from './version-views.ts';

export const details: DetailsMessages = {
  object: objectDetails,
  bucket: bucketDetails,
  previews,
  versions: versionViews,
  uploads: uploadViews,
  bucketWork,
  deletions,
  regions: regionNames,
};
