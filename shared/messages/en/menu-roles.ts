/** Standard menu items that the desktop uses; Electron knows what they do, but their words in English only. */
export type MenuRole =
  | ('undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll')
  | ('resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen')
  | ('minimize' | 'zoom' | 'front' | 'close')
  | ('services' | 'hide' | 'hideOthers' | 'unhide');

export interface MenuRoleMessages {
  readonly label: Readonly<Record<MenuRole, string>>;
  /** Where macOS has words of its own. */
  readonly macos: Readonly<Partial<Record<MenuRole, string>>>;
}

export const menuRoles: MenuRoleMessages = {
  label: {
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    togglefullscreen: 'Toggle Full Screen',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
    close: 'Close Window',
    services: 'Services',
    hide: 'Hide Bucket Porter',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
  },
  macos: {},
};
