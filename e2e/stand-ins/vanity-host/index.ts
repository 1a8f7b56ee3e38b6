/** The public face of an organisation's own start URL. */
export { startVanityHost, type VanityAnswer, type VanityHost, type VanityRequest } from './vanity-host.ts';
