/** What the hosts say outside the page: tray, application menu, the terminal of `serve`. */
export interface HostMessages {
  readonly appName: string;
  readonly tray: {
    readonly tooltip: (p: { signedIn: number }) => string;
    readonly open: string;
    readonly signIn: (p: { session: string }) => string;
    readonly signOut: (p: { session: string; left: string }) => string;
    readonly noSessions: string;
    readonly quit: string;
  };
  readonly menu: {
    readonly file: string;
    readonly edit: string;
    readonly view: string;
    readonly window: string;
    readonly help: string;
    readonly signOutAll: string;
    readonly refresh: string;
    readonly quit: string;
    readonly about: string;
  };
  readonly serve: {
    /** Before the one-time address. */
    readonly openThis: string;
    /** The same, where a browser is being opened on it as well. */
    readonly opening: string;
    readonly onlyHere: (p: { port: number }) => string;
    readonly stop: string;
    readonly stopped: string;
    readonly portTaken: (p: { port: number }) => string;
    readonly portReserved: (p: { port: number }) => string;
    readonly badPort: (p: { value: string }) => string;
    readonly notBuilt: string;
    readonly usage: string;
    readonly unknownOption: (p: { option: string }) => string;
    readonly unknownCommand: (p: { command: string }) => string;
    readonly noCommand: string;
  };
  /** The page behind a link that was used or never valid. */
  readonly gate: {
    readonly title: string;
    readonly body: string;
  };
}

export const host: HostMessages = {
  appName: 'Bucket Porter',
  tray: {
    tooltip: ({ signedIn }) =>
      signedIn === 0
        ? 'Bucket Porter: not signed in'
        : `Bucket Porter: ${signedIn} ${signedIn === 1 ? 'session' : 'sessions'} signed in`,
    open: 'Open Bucket Porter',
    signIn: ({ session }) => `Sign In to ${session}…`,
    signOut: ({ session, left }) => `Sign Out of ${session} (${left} left)`,
    noSessions: 'No sign-ins yet',
    quit: 'Quit Bucket Porter',
  },
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    signOutAll: 'Sign Out of All Sessions',
    refresh: 'Refresh',
    quit: 'Quit Bucket Porter',
    about: 'About Bucket Porter',
  },
  serve: {
    openThis: 'Bucket Porter is ready. Open this address (it works once):',
    opening: 'Bucket Porter opens in your browser. If it doesn’t, open this address (it works once):',
    onlyHere: ({ port }) =>
      `It listens on this machine only. From another one: ssh -L ${port}:127.0.0.1:${port} USER@HOST`,
    stop: 'Press Ctrl+C to stop.',
    stopped: 'Stopped.',
    portTaken: ({ port }) => `Port ${port} is in use by another program. Choose another with --port.`,
    portReserved: ({ port }) =>
      `The system doesn’t let Bucket Porter use port ${port}. Choose one from 1024 up with --port.`,
    badPort: ({ value }) => `Not a port: ${value}. A port is a number from 0 to 65535; 0 picks a free one.`,
    notBuilt: 'The app isn’t built yet. Run: npm run build',
    usage: 'Usage: npm start -- serve [--port N] [--no-open]',
    unknownOption: ({ option }) => `Unknown option: ${option}`,
    unknownCommand: ({ command }) => `Unknown command: ${command}`,
    noCommand: 'Which command?',
  },
  gate: {
    title: 'This link no longer works',
    body: 'Each address that Bucket Porter prints works once. If the app is open in another tab, go on there; else start Bucket Porter again and open the new address.',
  },
};
