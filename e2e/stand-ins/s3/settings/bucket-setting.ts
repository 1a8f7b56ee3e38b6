import { xmlAnswer } from '../http/s3-answer.ts';
import { type XmlElement } from '../http/xml-reader.ts';
import { elementXml, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { readSetting, type SettingName } from '../store/bucket-settings.ts';
import { S3Error } from '../s3-error.ts';
import type { StoredBucket } from '../store/stored-bucket.ts';

/** A setting of a bucket that is kept as the XML it was sent as, and given back the same. */
export interface BucketSetting {
  readonly resource: SettingName;
  /** The operations' API names. */
  readonly operations: { readonly get: string; readonly put: string; readonly delete?: string };
  /** Their IAM actions. */
  readonly actions: { readonly get: string; readonly put: string; readonly delete?: string };
  readonly root: string;
  /** What GET says where there is none: an error's code and text, or the content of an empty answer. */
  readonly absent: { readonly code: string; readonly message: string } | string;
  /** What deleting goes back to, where S3 keeps a default instead of nothing. */
  readonly afterDelete?: () => XmlElement;
  /** Refuses what this bucket can't have. @throws S3Error */
  readonly check?: (setting: XmlElement, bucket: StoredBucket) => void;
}

/** The routes of a setting, by method and sub-resource as the router wants them. */
export function settingRoutes(setting: BucketSetting): Record<string, Operation> {
  const { resource } = setting;
  return {
    [`GET bucket ${resource}`]: getOperation(setting),
    [`PUT bucket ${resource}`]: putOperation(setting),
    ...(setting.operations.delete && {
      [`DELETE bucket ${resource}`]: deleteOperation(setting, setting.operations.delete),
    }),
  };
}

function getOperation({ resource, operations, actions, root, absent }: BucketSetting): Operation {
  return {
    name: operations.get,
    action: actions.get,
    run(context) {
      const bucket = addressedBucket(context);
      const kept = bucket.settings.get(resource);
      if (kept !== undefined) return xmlAnswer(xmlDocument(root, ...kept.children.map(elementXml)));
      if (typeof absent === 'string') return xmlAnswer(xmlDocument(root, absent));
      throw new S3Error(absent.code, 404, absent.message, { BucketName: bucket.name });
    },
  };
}

function putOperation({ resource, operations, actions, root, check }: BucketSetting): Operation {
  return {
    name: operations.put,
    action: actions.put,
    run(context) {
      verifyDigests(context.request, context.payload);
      const bucket = addressedBucket(context);
      const setting = readSetting(context.payload.bytes.toString('utf8'), root);
      check?.(setting, bucket);
      bucket.settings.set(resource, setting);
      return { status: 200 };
    },
  };
}

function deleteOperation({ resource, actions, afterDelete }: BucketSetting, name: string): Operation {
  return {
    name,
    action: actions.delete ?? actions.put,
    run(context) {
      const { settings } = addressedBucket(context);
      if (afterDelete === undefined) settings.delete(resource);
      else settings.set(resource, afterDelete());
      return { status: 204 };
    },
  };
}
