import type { Operation } from '../operation.ts';
import { addressedObject } from './addressed-object.ts';
import { objectAnswer } from './object-answer.ts';

export const headObject: Operation = {
  name: 'HeadObject',
  action: 's3:GetObject',
  versionAction: 's3:GetObjectVersion',
  run(context) {
    return objectAnswer(context, addressedObject(context));
  },
};
