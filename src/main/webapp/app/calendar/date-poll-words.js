/**
 * A poll of dates as it is shown.
 * @typedef {{start: string, end: string, yes: number, maybe: number}} Option
 * @typedef {{title: string, organiser: string, closed: boolean, options: Option[]}} Poll
 */

/** When, in the reader's own zone. @param {Option} option @param {string} language @param {string} [zone] */
export function when(option, language, zone) {
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: zone });
  return day.formatRange(new Date(option.start), new Date(option.end));
}

/** @param {string | undefined} words with {0} for those who can and {1} for those who may be able to @param {Option} option */
export const counted = (words, option) => (words ?? '').replace('{0}', String(option.yes)).replace('{1}', String(option.maybe));

/**
 * What is sent; null when a time has no mark.
 * @param {number} options @param {(name: string) => string | null} chosen @param {string} voter
 */
export function marks(options, chosen, voter) {
  const body = new URLSearchParams({ voter });
  for (let i = 0; i < options; i += 1) {
    const answer = chosen(`a${i}`);
    if (!answer) return null;
    body.set(`a${i}`, answer);
  }
  body.set('name', chosen('name') ?? '');
  body.set('email', chosen('email') ?? '');
  return body;
}
