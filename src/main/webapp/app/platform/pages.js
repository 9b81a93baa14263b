/** Where other pages of Plenum are. */

/** The check of the connection without a meeting. */
export const CHECK_PAGE = new URL('../../check', import.meta.url).pathname;
