/** Typed calls of the script behind the sheet. Every call ends in an answer: what never came back is one too. */
import type { Answer, SidebarCall, SidebarCalls } from '../contract.ts';
import { say } from './say.ts';

export type Asks<C extends SidebarCall> = SidebarCalls[C]['asks'];
export type Told<C extends SidebarCall> = SidebarCalls[C]['answers'];

/** `lost`: the script was stopped or out of reach, and nobody here knows how far it got. Asking again is safe. */
export type Reply<T> = (Answer<T> & { readonly lost?: false }) | Lost;
export type Refusal = Extract<Reply<never>, { readonly ok: false }>;
type Lost = {
  readonly ok: false;
  readonly lost: true;
  readonly message: string;
  readonly notices: readonly [];
};

type Endpoints = { readonly [C in SidebarCall]: (asks: Asks<C>) => void };
type Runner = Endpoints & {
  withSuccessHandler(done: (answer: unknown) => void): Runner;
  withFailureHandler(failed: (error: unknown) => void): Runner;
};
declare const google: { readonly script: { readonly run: Runner } };

/** Calls that change the register: what home shows is then of before. */
const CHANGING: ReadonlySet<SidebarCall> = new Set<SidebarCall>([
  'ui_setUp',
  'ui_saveSettings',
  'ui_saveClient',
  'ui_issue',
  'ui_recordPayment',
  'ui_log',
  'ui_resolve',
  'ui_correctContact',
  'ui_resend',
  'ui_savePlan',
  'ui_makeLetter',
  'ui_posted',
]);
let isChanged = false;

/** Whether anything was changed since this was last asked. */
export function takeChanged(): boolean {
  const was = isChanged;
  isChanged = false;
  return was;
}

/** Calls one endpoint. Never rejects. */
export function call<C extends SidebarCall>(name: C, asks: Asks<C>): Promise<Reply<Told<C>>> {
  if (CHANGING.has(name)) isChanged = true;
  return new Promise((resolve) => {
    try {
      const endpoints: Endpoints = google.script.run
        .withSuccessHandler((answer) => resolve(isAnswer<Told<C>>(answer) ? answer : lost('')))
        .withFailureHandler((error) => resolve(lost(error instanceof Error ? error.message : '')));
      endpoints[name](asks);
    } catch (error) {
      resolve(lost(error instanceof Error ? error.message : ''));
    }
  });
}

function isAnswer<T>(answer: unknown): answer is Answer<T> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

function lost(why: string): Lost {
  const message = say(
    'Google n’a pas répondu jusqu’au bout. Vous pouvez recommencer : rien ne sera fait deux fois.',
    'Google did not answer to the end. You may try again: nothing will be done twice.',
  );
  return { ok: false, lost: true, message: why === '' ? message : `${message} (${why})`, notices: [] };
}
