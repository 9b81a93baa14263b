/** Where other pages of Plenum are. */

/** The check of the connection without a meeting. */
export const CHECK_PAGE = new URL('../../check', import.meta.url).pathname;

/** Personal settings. */
export const SETTINGS_PAGE = new URL('../../settings', import.meta.url).pathname;
