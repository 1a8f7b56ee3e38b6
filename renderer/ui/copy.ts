import { useBridge } from '../bridge/bridge-context.tsx';
import { copyText } from '../bridge/clipboard.ts';
import { usePageWords } from './language.tsx';
import { showToast } from './toast-store.ts';

/** Copies a text and says so, naming it. @returns whether it worked */
export function useCopy(): (text: string, name: string) => Promise<boolean> {
  const client = useBridge();
  const { common } = usePageWords();
  return async (text, name) => {
    try {
      await copyText(client, text);
    } catch {
      showToast(common.copyFailed);
      return false;
    }
    showToast(common.copiedThis({ text: name }));
    return true;
  };
}
