/**
 * Short news of the meeting, three at most. Pure.
 *
 * @typedef {'info' | 'warning' | 'good'} NoticeKind
 * @typedef {{id: number, kind: NoticeKind, text: string, values: string[], quiet: boolean}} Notice `text` is a key; a quiet one goes sooner
 * @typedef {{text: string, values?: string[], kind?: NoticeKind, quiet?: boolean}} News what a notice is made of
 * @typedef {{shown: readonly Notice[], made: number}} Notices
 * @typedef {{type: 'notice'} & News | {type: 'notice-over', id: number}} NoticeAction
 */

const MOST = 3;

export const noticesSlice = {
  initial: /** @type {Notices} */ ({ shown: [], made: 0 }),

  /** @param {Notices} notices @param {NoticeAction} action @returns {Notices} */
  reduce(notices, action) {
    switch (action.type) {
      case 'notice':
        return withNews(notices, [action]);
      case 'notice-over':
        return { ...notices, shown: notices.shown.filter((notice) => notice.id !== action.id) };
      default:
        return notices;
    }
  },
};

/** @param {Notices} notices @param {readonly News[]} news @returns {Notices} */
export function withNews(notices, news) {
  return news.reduce(({ shown, made }, { text, values = [], kind = 'info', quiet = false }) => {
    return { made: made + 1, shown: [...shown, { id: made, kind, text, values, quiet }].slice(-MOST) };
  }, notices);
}
