/** The roles of Electron's menu items, with the label each has in English where none is given. */
export const ROLE_LABELS: Readonly<Record<string, string>> = {
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteandmatchstyle: 'Paste and Match Style',
  delete: 'Delete',
  selectall: 'Select All',
  reload: 'Reload',
  forcereload: 'Force Reload',
  toggledevtools: 'Toggle Developer Tools',
  resetzoom: 'Actual Size',
  zoomin: 'Zoom In',
  zoomout: 'Zoom Out',
  togglespellchecker: 'Check Spelling While Typing',
  togglefullscreen: 'Toggle Full Screen',
  window: 'Window',
  minimize: 'Minimize',
  close: 'Close Window',
  help: 'Help',
  about: 'About',
  services: 'Services',
  hide: 'Hide',
  hideothers: 'Hide Others',
  unhide: 'Show All',
  quit: 'Quit',
  startspeaking: 'Start Speaking',
  stopspeaking: 'Stop Speaking',
  zoom: 'Zoom',
  front: 'Bring All to Front',
  appmenu: 'Application',
  filemenu: 'File',
  editmenu: 'Edit',
  viewmenu: 'View',
  windowmenu: 'Window',
};

const MODIFIERS =
  /^(command|cmd|control|ctrl|commandorcontrol|cmdorctrl|alt|option|altgr|shift|super|meta)$/i;
const KEYS =
  /^([a-z0-9]|f([1-9]|1[0-9]|2[0-4])|plus|space|tab|capslock|numlock|scrolllock|backspace|delete|insert|return|enter|up|down|left|right|home|end|pageup|pagedown|escape|esc|volumeup|volumedown|volumemute|media\w+|printscreen|num([0-9]|dec|add|sub|mult|div)|[)!@#$%^&*(:;<=>?[\]_{}|~`'",./\\-])$/i;

/** @throws Error where Electron couldn't read the accelerator */
export function checkAccelerator(accelerator: string): void {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  if (parts.every((part) => MODIFIERS.test(part)) && KEYS.test(key)) return;
  throw new Error(`"${accelerator}" is no accelerator: modifiers and one key, joined by "+".`);
}
