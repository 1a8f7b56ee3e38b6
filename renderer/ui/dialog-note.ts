import { createContext, type ReactNode } from 'react';

/** What stands beside the title of every dialog that is opened in a view, e.g. whose rights it would use. */
export const DialogNote = createContext<ReactNode>(undefined);
