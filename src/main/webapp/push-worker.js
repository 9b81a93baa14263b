/**
 * Shows notices while no page of this site is open. It handles nothing else: no request passes it, and it keeps nothing (docs/adr/0317).
 *
 * @typedef {{title?: unknown, text?: unknown, link?: unknown, tag?: unknown}} Payload
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** A page of this site; its start when the path leads anywhere else. @param {unknown} path */
function pageAt(path) {
  const { scope } = worker.registration;
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path)) return scope;
  const url = new URL(path.slice(1), scope);
  return url.href.startsWith(scope) ? url.href : scope;
}

/** What came, or nothing when it cannot be read. @param {PushMessageData | null} data @returns {Payload} */
function read(data) {
  try {
    const said = data?.json();
    return said !== null && typeof said === 'object' ? said : {};
  } catch {
    return {};
  }
}

/** @param {unknown} value */
const wordsOf = (value) => (typeof value === 'string' ? value : '');

worker.addEventListener('push', (event) => {
  const { title, text, link, tag } = read(event.data);
  // a push that shows nothing costs the site its permission: what cannot be read is shown as the name of the site
  const options = {
    body: wordsOf(text),
    tag: wordsOf(tag),
    // what takes the place of another is news as well
    renotify: wordsOf(tag) !== '',
    icon: new URL('images/icon-192.png', worker.registration.scope).href,
    data: { link: wordsOf(link) },
  };
  event.waitUntil(worker.registration.showNotification(wordsOf(title) || worker.location.host, options));
});

/** @param {string} page */
async function open(page) {
  const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = tabs.find(({ url }) => url.split('#')[0] === page);
  await (there ? there.focus() : worker.clients.openWindow(page));
}

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(pageAt(event.notification.data?.link)));
});

/** @param {string} method @param {object} what */
function tell(method, what) {
  const address = new URL('push/subscriptions', worker.registration.scope);
  const headers = { 'Content-Type': 'application/json' };
  return fetch(address, { method, headers, body: JSON.stringify(what), redirect: 'error' });
}

/** The push service has given the browser another address. @param {PushSubscription | null | undefined} old @param {PushSubscription | null | undefined} next */
async function renew(old, next) {
  const key = old?.options.applicationServerKey;
  const fresh = next ?? (key ? await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }) : null);
  if (fresh) await tell('POST', fresh.toJSON());
  if (old) await tell('DELETE', { endpoint: old.endpoint });
}

worker.addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription, newSubscription } = /** @type {Event & {oldSubscription?: PushSubscription | null, newSubscription?: PushSubscription | null}} */ (event);
  /** @type {ExtendableEvent} */ (event).waitUntil(renew(oldSubscription, newSubscription));
});
