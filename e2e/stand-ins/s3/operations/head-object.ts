import type { Operation } from '../operation.ts';
import { addressedObject, objectAnswer } from './object-answer.ts';

export const headObject: Operation = {
  name: 'HeadObject',
  action: 's3:GetObject',
  run(context) {
    return objectAnswer(context, addressedObject(context));
  },
};
