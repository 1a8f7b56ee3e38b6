/** Whether a URL's host name means this machine and nothing else (RFC 6761 reserves `localhost` for it). */
export function isLoopback(hostname: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]' || hostname === 'localhost';
}
