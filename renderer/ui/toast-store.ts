import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
}

/** The one short notice on show; a new one takes its place. */
export const useToast = create<{ readonly toast: Toast | undefined }>(() => ({ toast: undefined }));

export function showToast(text: string): void {
  useToast.setState(({ toast }) => ({ toast: { id: (toast?.id ?? 0) + 1, text } }));
}

/** Takes a notice away, unless another has come meanwhile. */
export function hideToast(id: number): void {
  useToast.setState(({ toast }) => (toast?.id === id ? { toast: undefined } : {}));
}
