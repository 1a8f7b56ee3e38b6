/** One request as the stand-in saw it. Holds no signature and no token; one-time codes are in it. */
export interface StsCall {
  /** Epoch milliseconds by the stand-in's clock. */
  readonly at: number;
  readonly operation: string;
  /** Parameters by their API names. */
  readonly params: Readonly<Record<string, string>>;
  /** The region that the request was signed for; absent for an unsigned one. */
  region?: string;
  /** Who called, once the signature proved right. */
  accessKeyId?: string;
  /** Of the answer; absent while there is none, or where the connection was cut. */
  status?: number;
  /** The error's code. */
  code?: string;
}

const SECRET = new Set(['Action', 'Version', 'WebIdentityToken']);

export function newCall(form: URLSearchParams, at: number): StsCall {
  return {
    at,
    operation: form.get('Action') ?? '',
    params: Object.fromEntries([...form].filter(([name]) => !SECRET.has(name))),
  };
}
