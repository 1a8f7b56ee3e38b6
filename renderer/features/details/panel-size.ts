import { createContext } from 'react';

/** Whether the panel has all the room, and the way to change that; undefined where it can't be changed. */
export interface PanelSize {
  readonly full: boolean;
  readonly onFull: (full: boolean) => void;
}

export const PanelSizeContext = createContext<PanelSize | undefined>(undefined);
