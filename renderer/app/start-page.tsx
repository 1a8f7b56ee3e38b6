import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BridgeContext } from '../bridge/bridge-context.tsx';
import type { BridgeClient } from '../bridge/client.ts';
import { createQueryClient, retryDisconnected } from '../bridge/query-client.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LanguageProvider } from './language-provider.tsx';

/** Puts the app into the page and lets it talk. @throws where the page has no root element */
export function startPage(client: BridgeClient): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('no #root in the page');
  const queries = createQueryClient();
  client.watchState(() => {
    if (client.state === 'open') retryDisconnected(queries);
  });
  client.start();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <BridgeContext value={client}>
          <LanguageProvider>
            <ErrorBoundary>
              <App />
            </ErrorBoundary>
          </LanguageProvider>
        </BridgeContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}
