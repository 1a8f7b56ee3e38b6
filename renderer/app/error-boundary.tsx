import { Component, type ReactNode, use } from 'react';
import { appError } from '../../shared/app-error.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SpeechContext } from '../ui/language.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/** Keeps a defect in one part of the page from leaving a blank window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const { messages } = use(SpeechContext);
  const { crash, common } = messages.page;
  const { next } = messages.errors[appError('internal', {}).code as 'internal']({});
  return (
    <div role="alert">
      <EmptyState title={crash.title} body={`${crash.body}${common.gap}${next}`}>
        <Button onPress={() => location.reload()}>{crash.reload}</Button>
      </EmptyState>
    </div>
  );
}
