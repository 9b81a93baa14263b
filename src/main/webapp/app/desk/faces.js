/**
 * The commands that the page's form has (PrimeFaces' remote commands), as far as this page uses them.
 *
 * @typedef {Array<{name: string, value: string}>} Parameters
 * @typedef {(parameters: Parameters) => void} Command
 */

/** @param {'deskRefresh' | 'deskAct'} name @param {Record<string, string>} values */
export function command(name, values) {
  const found = /** @type {Record<string, Command | undefined>} */ (/** @type {unknown} */ (window))[name];
  found?.(Object.entries(values).map(([key, value]) => ({ name: key, value })));
}

/** @typedef {{on(events: string, listener: (event: unknown, request?: {status: number}, settings?: {source?: string | Element}) => void): void}} Events */

/** Calls when the page is about to ask the server something, with what it shows now. @param {(source: string) => void} listener gets the id of the control that asks */
export function beforeQuestions(listener) {
  events()?.on('pfAjaxSend', (_event, _request, settings) => listener(idOf(settings?.source)));
}

/** Calls with each answer of the server to the form, before the next question is asked. @param {() => void} listener */
export function withAnswers(listener) {
  events()?.on('pfAjaxComplete', listener);
}

/** Calls after each answer of the server to the form, when the page shows it. @param {() => void} listener */
export function afterAnswers(listener) {
  // after the parts that draw themselves
  events()?.on('pfAjaxComplete', () => window.setTimeout(listener));
}

/** Calls when the server refuses the form: there is no desk for it any more. @param {() => void} listener */
export function whenRefused(listener) {
  events()?.on('pfAjaxError', (_event, request) => {
    if (request && request.status >= 400 && request.status < 500) listener();
  });
}

/** @param {string | Element | undefined} source */
function idOf(source) {
  return typeof source === 'string' ? source : (source?.id ?? '');
}

function events() {
  const { jQuery } = /** @type {{jQuery?: (target: Document) => Events}} */ (/** @type {unknown} */ (window));
  return jQuery?.(document);
}
