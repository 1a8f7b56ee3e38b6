import type { PageMessages } from '../en/page.ts';

export const page: PageMessages = {
  appName: 'Bucket Porter',
};
