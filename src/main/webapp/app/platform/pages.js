/** Where other pages of Plenum are: below the path that it was deployed at, which the address of its modules begins with. */
const ROOT = new URL('../../', import.meta.url);

/** The path of ours at this server. @param {string} path begins with a slash */
export function pathTo(path, root = ROOT) {
  return root.protocol === 'file:' ? path : `${root.pathname.slice(0, -1)}${path}`;
}

/** The address of a socket of ours, on the server that served a page. @param {string} path begins with a slash @param {Pick<Location, 'protocol' | 'host'>} page */
export function socketTo(path, page = window.location, root = ROOT) {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${pathTo(path, root)}`;
}

/** The check of the connection without a meeting. */
export const CHECK_PAGE = pathTo('/check');

/** Personal settings. */
export const SETTINGS_PAGE = pathTo('/settings');
