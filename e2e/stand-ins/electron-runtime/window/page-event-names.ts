/** The events of webContents that the stand-in knows. */
export const WEB_CONTENTS_EVENTS = [
  ...['will-navigate', 'will-redirect', 'will-frame-navigate', 'did-start-navigation', 'did-navigate'],
  ...['did-navigate-in-page', 'did-start-loading', 'did-stop-loading', 'did-finish-load', 'did-fail-load'],
  ...['dom-ready', 'page-title-updated', 'did-create-window', 'destroyed', 'render-process-gone'],
  // With `webviewTag` off, which is required, Electron never fires this one either.
  'will-attach-webview',
  ...['context-menu', 'preload-error', 'console-message', 'devtools-opened', 'devtools-closed'],
];

/** The events of BrowserWindow that the stand-in knows. */
export const BROWSER_WINDOW_EVENTS = [
  ...['ready-to-show', 'show', 'hide', 'close', 'closed', 'resize', 'move', 'focus', 'blur'],
  ...['minimize', 'maximize', 'unmaximize', 'restore', 'page-title-updated'],
  ...['enter-full-screen', 'leave-full-screen'],
];
