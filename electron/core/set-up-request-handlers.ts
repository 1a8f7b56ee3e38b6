import type { RequestName } from '../../shared/contract.ts';
import type { SessionId } from '../../shared/session.ts';
import type { ConfigEditor } from './aws-config/editing/config-editor.ts';
import type { AwsSession } from './aws-config/aws-profiles.ts';
import type { RequestHandlers } from './bridge/bridge-server.ts';
import type { MarksStore } from './marks/marks-store.ts';
import type { Prompts } from './prompts/prompts.ts';
import type { PortalCatalogs } from './sessions/portal-catalogs.ts';
import type { SignOuts } from './sessions/sign-outs.ts';
import type { SessionDrafts } from './sign-in/session-drafts.ts';
import type { StartUrls } from './sign-in/start-url/start-urls.ts';

export interface SetUpServices {
  readonly editor: ConfigEditor;
  readonly drafts: SessionDrafts;
  readonly startUrls: StartUrls;
  readonly catalogs: PortalCatalogs;
  readonly marks: MarksStore;
  readonly prompts: Prompts;
  /** @throws {AppFailure} `session.not-found` */
  readonly session: (id: SessionId) => AwsSession;
  readonly signOuts: SignOuts;
}

type SetUpRequests = Extract<
  RequestName,
  | 'catalog.keep'
  | 'mark.set'
  | 'prompt.answer'
  | `config.${string}`
  | `session.${string}`
  | `start-url.${string}`
>;

/** Setting up sessions and profiles, and what a person notes about them. */
export function setUpRequestHandlers(services: SetUpServices): Pick<RequestHandlers, SetUpRequests> {
  const { editor, drafts, startUrls, catalogs, marks, prompts, session, signOuts } = services;
  return {
    'catalog.keep': async ({ sessionId, fresh }, signal) => {
      await catalogs.keep(session(sessionId), signal, fresh);
      return {};
    },
    'start-url.check': ({ text }, signal) => startUrls.check(text, signal),
    'start-url.find-region': ({ startUrl }, signal) => startUrls.findRegion(startUrl, signal),
    'session.draft': async ({ session: fields, kind }) => ({ sessionId: drafts.add(fields, kind).id }),
    'session.drop-draft': async ({ sessionId }) => {
      await signOuts.dropDraft(sessionId);
      return {};
    },
    'config.plan': ({ change }) => editor.plan(change),
    'config.apply': async ({ planId }) => {
      await editor.apply(planId);
      const last = editor.snapshots.value;
      // A slow portal holds nobody up: the file is written.
      if (last?.what === 'delete-session')
        void Promise.allSettled(last.names.map((name) => signOuts.ofDeleted(`sso-session:${name}`)));
      return {};
    },
    'config.undo': async ({ changeId }) => {
      await editor.undo(changeId);
      return {};
    },
    'config.section': ({ kind, name }) => editor.section(kind, name),
    'mark.set': async (change) => {
      await marks.set(change);
      return {};
    },
    'prompt.answer': async ({ promptId, answer }) => {
      prompts.answer(promptId, answer);
      return {};
    },
  };
}
