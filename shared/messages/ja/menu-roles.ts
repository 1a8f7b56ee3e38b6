import type { MenuRoleMessages } from '../en/menu-roles.ts';

export const menuRoles: MenuRoleMessages = {
  label: {
    undo: '元に戻す',
    redo: 'やり直し',
    cut: '切り取り',
    copy: 'コピー',
    paste: '貼り付け',
    selectAll: 'すべて選択',
    resetZoom: '実際のサイズ',
    zoomIn: '拡大',
    zoomOut: '縮小',
    togglefullscreen: '全画面表示の切り替え',
    minimize: '最小化',
    zoom: '拡大／縮小',
    front: 'すべてを手前に移動',
    close: 'ウィンドウを閉じる',
    services: 'サービス',
    hide: 'Bucket Porter を隠す',
    hideOthers: 'ほかを隠す',
    unhide: 'すべてを表示',
  },
  macos: {
    undo: '取り消す',
    redo: 'やり直す',
    cut: 'カット',
    paste: 'ペースト',
    selectAll: 'すべてを選択',
    togglefullscreen: 'フルスクリーンの切り替え',
    minimize: 'しまう',
  },
};
