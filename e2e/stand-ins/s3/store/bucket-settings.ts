import { malformedXml } from '../errors.ts';
import { parseXml, type XmlElement } from '../http/xml-reader.ts';

/** A setting by its sub-resource in the query. */
export type SettingName =
  | 'accelerate'
  | 'cors'
  | 'encryption'
  | 'lifecycle'
  | 'logging'
  | 'notification'
  | 'object-lock'
  | 'ownershipControls'
  | 'publicAccessBlock'
  | 'replication'
  | 'requestPayment'
  | 'tagging'
  | 'website';

/** The settings that a bucket has, each as the XML element that S3 keeps. */
export type BucketSettings = Map<SettingName, XmlElement>;

/** Reads a setting's XML, in S3's namespace or none. @throws S3Error MalformedXML */
export function readSetting(xml: string, root: string): XmlElement {
  const setting = parseXml(xml);
  if (setting.name !== root) throw malformedXml();
  return setting;
}

/** The text at a path of element names below a setting; `undefined` where there is none. */
export function settingText(
  settings: BucketSettings,
  name: SettingName,
  ...path: readonly string[]
): string | undefined {
  let element = settings.get(name);
  for (const step of path) element = element?.children.find((child) => child.name === step);
  return element?.text;
}

/** What every new bucket has since 2023: no public access, no ACLs, encryption with S3's own keys. */
export function defaultSettings(): BucketSettings {
  return new Map<SettingName, XmlElement>([
    ['encryption', defaultEncryption()],
    [
      'publicAccessBlock',
      parseXml(
        '<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>' +
          '<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>' +
          '</PublicAccessBlockConfiguration>',
      ),
    ],
    ['ownershipControls', ownershipControls('BucketOwnerEnforced')],
  ]);
}

export function defaultEncryption(): XmlElement {
  return parseXml(
    '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>' +
      '</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule>' +
      '</ServerSideEncryptionConfiguration>',
  );
}

/** @param ownership `BucketOwnerEnforced`, `BucketOwnerPreferred` or `ObjectWriter` */
export function ownershipControls(ownership: string): XmlElement {
  return parseXml(
    `<OwnershipControls><Rule><ObjectOwnership>${ownership}</ObjectOwnership></Rule></OwnershipControls>`,
  );
}

/** An object lock setting without a default retention, as creating a bucket with object lock leaves it. */
export function objectLockEnabled(): XmlElement {
  return parseXml(
    '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>',
  );
}
