import type { RegionSearch, StartUrlFinding } from '../../../../shared/start-url.ts';
import { readStartUrl, type StartUrlShape } from '../../../../shared/start-url-shape.ts';
import { failure } from '../../app-failure.ts';
import type { AwsSession } from '../../aws-config/aws-profiles.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { CountingHttpHandler } from '../../support/http-handler.ts';
import { networkFailure } from '../../support/network-failure.ts';
import { withTimeLimit } from '../../support/time-limit.ts';
import type { OidcClient } from '../oidc-client.ts';
import { askPage } from './redirect-target.ts';
import { searchRegions } from './region-search.ts';

/** As long as the AWS CLI waits for an organisation's own address. */
const PATIENCE_MS = 10_000;
/** How long it is remembered where such an address leads: a sign-in asks several times in a row. */
const REMEMBERED_MS = 5 * 60_000;
/** Texts in errors: enough to recognise what was meant. */
const SHOWN = 200;

export interface StartUrlsOptions {
  readonly http: Pick<CountingHttpHandler, 'handle'>;
  /** Makes a client of the OIDC service for a session's region. */
  readonly oidc: (session: AwsSession) => OidcClient;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Where an organisation's own address led, and until when that is believed. */
interface Remembered {
  readonly target: StartUrlShape;
  readonly until: number;
}

/** Makes out access portals from what people paste. */
export class StartUrls {
  readonly #options: StartUrlsOptions;
  readonly #remembered = new Map<string, Remembered>();

  constructor(options: StartUrlsOptions) {
    this.#options = options;
  }

  /**
   * Finds out which portal an address means. AWS's own addresses say it themselves; any other is asked once, without
   * credentials, and what it leads to is read but not visited.
   * @throws {AppFailure} `start-url.*`; `network.*` where the address can't be reached
   */
  async check(text: string, signal: AbortSignal): Promise<StartUrlFinding> {
    const { startUrl, url, portal, suggestedName } = understood(text);
    if (portal !== undefined) {
      const { region, partition } = portal;
      const fromHost = region === undefined ? {} : { region, regionFrom: 'host' as const };
      return { startUrl, issuerUrl: startUrl, ...fromHost, partition, suggestedName };
    }
    const target = await this.#follow(url, signal);
    const { region, partition } = target.portal ?? {};
    return {
      startUrl,
      issuerUrl: issuerOf(target),
      ...(region === undefined ? {} : { region, regionFrom: 'redirect' as const }),
      ...(partition === undefined ? {} : { partition }),
      suggestedName,
    };
  }

  /**
   * The address that AWS's services know a session's portal by: the start URL itself, or where an organisation's own
   * address leads.
   * @throws {AppFailure} as {@link check}
   */
  async issuer(startUrl: string, signal: AbortSignal): Promise<string> {
    const shape = readStartUrl(startUrl);
    // What stands in a config file is taken at its word where it is AWS's own, or can't be asked anyway.
    if (typeof shape === 'string' || shape.portal !== undefined) return startUrl;
    return issuerOf(await this.#follow(shape.url, signal));
  }

  /**
   * Asks region after region whether it knows the portal; the first that does ends the search.
   * @throws {AppFailure} as {@link check}
   */
  async findRegion(startUrl: string, signal: AbortSignal): Promise<RegionSearch> {
    const { issuerUrl, partition, suggestedName } = await this.check(startUrl, signal);
    const { oidc, clock, logger } = this.#options;
    const search = await searchRegions({
      issuerUrl,
      partition: partition ?? 'aws',
      sessionName: suggestedName,
      oidc,
      clock,
      signal,
    });
    logger.info('regions asked for a portal', { ...search });
    return search;
  }

  /** @throws {AppFailure} `start-url.not-a-portal`, `start-url.leads-elsewhere`, `start-url.not-https`, `network.*` */
  async #follow(url: URL, signal: AbortSignal): Promise<StartUrlShape> {
    const known = this.#remembered.get(url.href);
    if (known !== undefined && known.until > this.#options.clock.now()) return known.target;
    const { status, leadsTo } = await this.#ask(url, signal);
    const { host } = url;
    const facts = `HTTP ${status}`;
    if (leadsTo === undefined || leadsTo.host === host) {
      throw failure('start-url.not-a-portal', { host }, facts);
    }
    const target = readStartUrl(leadsTo.href);
    const isPortal = typeof target !== 'string' && target.portal !== undefined;
    if (!isPortal) {
      // Only the host is named: an address of somebody's sign-in page may carry secrets.
      throw failure('start-url.leads-elsewhere', { host, to: leadsTo.host || leadsTo.protocol }, facts);
    }
    if (leadsTo.protocol !== 'https:') throw failure('start-url.not-https', { text: leadsTo.origin }, facts);
    this.#remembered.set(url.href, { target, until: this.#options.clock.now() + REMEMBERED_MS });
    return target;
  }

  async #ask(url: URL, signal: AbortSignal) {
    const { http, clock } = this.#options;
    const { hostname: host } = url;
    const late = () => failure('network.timeout', { host });
    try {
      return await withTimeLimit(PATIENCE_MS, clock, signal, late, (limited) => askPage(http, url, limited));
    } catch (thrown) {
      signal.throwIfAborted();
      throw networkFailure(thrown, host) ?? thrown;
    }
  }
}

/** @throws {AppFailure} `start-url.not-understood`, `start-url.not-https`, `start-url.not-a-portal` */
function understood(text: string): StartUrlShape {
  const shape = readStartUrl(text);
  if (typeof shape !== 'string') return shape;
  const shown = text.trim().slice(0, SHOWN);
  if (shape !== 'not-a-portal') throw failure(`start-url.${shape}`, { text: shown });
  const host = /^(?:https?:\/\/)?([^/?#\s]+)/i.exec(shown)?.[1] ?? shown;
  throw failure('start-url.not-a-portal', { host });
}

/** As the service knows it: without a port that says nothing, a query, or slashes at the end (as the AWS CLI sends it). */
function issuerOf({ url }: StartUrlShape): string {
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
