import type { WorldBridge } from './world-bridge.ts';

/**
 * The page's own world, before any of the page's scripts: what a page asks of its host passes through here,
 * and the page waits for the answer. Runs in the page as text and uses nothing from outside.
 */
export function pageWorld(bridge: WorldBridge): void {
  const hook = (name: string, ...args: unknown[]) => bridge.ask('hook', name, ...args) as Promise<unknown>;
  const openWindow = (url: string, frameName: string, features: string, disposition: string) => {
    void hook('window-open', { url, frameName, features, disposition });
  };
  const absolute = (url: string) => new URL(url, document.baseURI).href;

  // Chromium must not open anything itself: the app decides, in setWindowOpenHandler.
  window.open = (url, target, features) => {
    openWindow(absolute(String(url ?? 'about:blank')), target ?? '', features ?? '', 'new-window');
    return null;
  };
  const opens = (target: string | null) =>
    target !== null && !['', '_self', '_parent', '_top'].includes(target.toLowerCase());
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link === undefined || link.href === '') return;
    const aside = event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1;
    if (!aside && !opens(link.getAttribute('target'))) return;
    event.preventDefault();
    const disposition = event.shiftKey ? 'new-window' : aside ? 'background-tab' : 'foreground-tab';
    openWindow(link.href, link.target, '', disposition);
  };
  window.addEventListener('click', onClick);
  window.addEventListener('auxclick', onClick);
  window.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !opens(form.getAttribute('target')))
      return;
    event.preventDefault();
    openWindow(form.action, form.target, '', 'foreground-tab');
  });

  window.addEventListener('contextmenu', ({ clientX: x, clientY: y, defaultPrevented }) => {
    if (!defaultPrevented) void hook('context-menu', { x, y });
  });

  /** Holds a call back until the app has answered, and Chromium knows the answer. */
  const asking = (owner: object | undefined, method: string, permission: string) => {
    if (owner === undefined) return;
    const original: unknown = Reflect.get(owner, method);
    if (typeof original !== 'function') return;
    Object.defineProperty(owner, method, {
      configurable: true,
      writable: true,
      value(this: unknown, ...args: unknown[]) {
        return hook('permission', permission).then(() => Reflect.apply(original, this, args) as unknown);
      },
    });
  };
  const { navigator: nav } = window as unknown as { navigator: Partial<Navigator> };
  asking(nav.geolocation && Geolocation.prototype, 'getCurrentPosition', 'geolocation');
  asking(nav.geolocation && Geolocation.prototype, 'watchPosition', 'geolocation');
  asking(nav.mediaDevices && MediaDevices.prototype, 'getUserMedia', 'media');
  asking(nav.clipboard && Clipboard.prototype, 'readText', 'clipboard-read');
  asking(nav.clipboard && Clipboard.prototype, 'read', 'clipboard-read');
  asking(nav.clipboard && Clipboard.prototype, 'writeText', 'clipboard-sanitized-write');
  asking('Notification' in window ? Notification : undefined, 'requestPermission', 'notifications');
}
