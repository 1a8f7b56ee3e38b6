/** Something to be done with a profile or session of the config files, in a dialog. */
export type ConfigEdit =
  | {
      readonly kind: 'profile';
      readonly name: string;
      readonly task: 'edit' | 'rename' | 'duplicate' | 'delete';
    }
  | { readonly kind: 'session'; readonly name: string; readonly task: 'edit' | 'rename' | 'delete' };
