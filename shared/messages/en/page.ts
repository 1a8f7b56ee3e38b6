/** What the page says. Grouped by feature; counts and times come in already formatted for the language. */
export interface PageMessages {
  readonly appName: string;
}

export const page: PageMessages = {
  appName: 'Bucket Porter',
};
