import { create } from 'zustand';

export interface ToastAction {
  readonly label: string;
  readonly act: () => void;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** One thing to do about it, e.g. to undo it. */
  readonly action?: ToastAction | undefined;
}

/** The one short notice on show; a new one takes its place. */
export const useToast = create<{ readonly toast: Toast | undefined }>(() => ({ toast: undefined }));

export function showToast(text: string, action?: ToastAction): void {
  useToast.setState(({ toast }) => ({ toast: { id: (toast?.id ?? 0) + 1, text, action } }));
}

/** Takes a notice away, unless another has come meanwhile. */
export function hideToast(id: number): void {
  useToast.setState(({ toast }) => (toast?.id === id ? { toast: undefined } : {}));
}
