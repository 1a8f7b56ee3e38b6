import { describe, expect, it } from 'vitest';
import { sizeText } from './size-text.ts';

describe('sizeText', () => {
  it('is a table with a total', () => {
    const classes = [
      { storageClass: 'STANDARD', objects: 2, bytes: 30 },
      { storageClass: 'GLACIER', objects: 1, bytes: 5 },
    ];
    expect(sizeText(classes)).toBe(
      'StorageClass\tObjects\tBytes\nSTANDARD\t2\t30\nGLACIER\t1\t5\nTotal\t3\t35\n',
    );
  });
});
