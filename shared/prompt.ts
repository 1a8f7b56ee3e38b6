/** Something that only the person at the screen can answer, while work waits for it. */
export type Prompt = { readonly promptId: string } & (
  | {
      /** A one-time code of an MFA device. */
      readonly kind: 'mfa';
      readonly profile: string;
      /** The device's serial number or ARN (`mfa_serial`). */
      readonly serial: string;
      /** The code before was refused. */
      readonly refused: boolean;
    }
  | {
      /** A profile's `credential_process`, which has never been run by the app, or has changed since. */
      readonly kind: 'run-process';
      readonly profile: string;
      readonly command: string;
    }
);

export type PromptAnswer =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'allow' } | { readonly kind: 'refuse' };
