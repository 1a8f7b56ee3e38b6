/** What a test or the demo may turn, before and while the server runs. Read anew on every request. */
export interface Knobs {
  /** Milliseconds since the epoch. Everything that has a lifetime goes by this clock. */
  clock: () => number;
  /** Access token of a client registered with `sso:account:access`. */
  tokenLifetimeSeconds: number;
  /** Access token of a client registered without scopes: the older kind, which can't be refreshed. */
  legacyTokenLifetimeSeconds: number;
  /** How long refreshing works after a sign-in. No access token outlives it. */
  sessionLifetimeSeconds: number;
  registrationLifetimeSeconds: number;
  deviceCodeLifetimeSeconds: number;
  roleCredentialLifetimeSeconds: number;
  /** Least time between two polls of one device code; 0 allows any pace. Fixed when the flow starts. */
  intervalSeconds: number;
  /** How many first polls of each device code are answered `slow_down`, whatever their pace. */
  slowDowns: number;
  /** `true`: a refresh returns a new refresh token and the old one stops working. */
  rotateRefreshTokens: boolean;
  /** Without rotation: whether the answer to a refresh repeats the refresh token or leaves it out. */
  repeatRefreshToken: boolean;
  /** Approve every sign-in at once, as a portal with a warm browser session does. */
  autoApprove: boolean;
  /** Fill in `authorizationEndpoint` and `tokenEndpoint` of a registration; the real service mostly doesn't. */
  announceEndpoints: boolean;
  /** Portal requests per second above which it answers 429. The real service allows about 20. */
  portalRequestsPerSecond: number;
  /** What a 429 of the portal says in its `Retry-After`; `undefined` leaves the header out. */
  retryAfterSeconds: number | undefined;
  /** Portal page size when the request has no `max_result`. */
  defaultPageSize: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The real service's values, as far as they are public. */
export function defaultKnobs(): Knobs {
  return {
    clock: Date.now,
    tokenLifetimeSeconds: HOUR,
    legacyTokenLifetimeSeconds: 8 * HOUR,
    sessionLifetimeSeconds: 8 * HOUR,
    registrationLifetimeSeconds: 90 * DAY,
    deviceCodeLifetimeSeconds: 600,
    roleCredentialLifetimeSeconds: HOUR,
    intervalSeconds: 1,
    slowDowns: 0,
    rotateRefreshTokens: true,
    repeatRefreshToken: true,
    autoApprove: false,
    announceEndpoints: false,
    portalRequestsPerSecond: Infinity,
    retryAfterSeconds: undefined,
    defaultPageSize: 100,
  };
}
