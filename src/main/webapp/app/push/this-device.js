import { fromBase64, markOf, same } from './bytes.js';
import { turnedBy } from './state.js';

/** Browsers try for minutes to reach the push service of their maker; whoever has clicked does not wait that long. In milliseconds. */
const PATIENCE = 20_000;

/**
 * This browser, as a device that notices go to: its service worker, its subscription at the push service of its maker, and what the server is told of it
 * (W3C Push API).
 *
 * @import { Turned } from './state.js'
 */
export class ThisDevice {
  #address;
  #key;
  #worker;
  #scope;

  /** @param {{address: string, key: string, worker: string, scope: string}} site the server's address for subscriptions, its public key, and its worker */
  constructor({ address, key, worker, scope }) {
    this.#address = address;
    this.#key = key;
    this.#worker = worker;
    this.#scope = scope;
  }

  /** Not without TLS, in private windows of some browsers, and on iPhone and iPad only once the site is on the home screen. */
  get isSupported() {
    return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  }

  /** @returns {NotificationPermission} */
  get permission() {
    return window.Notification?.permission ?? 'denied';
  }

  /** What the server knows it by; empty when it has no subscription of this server's key. */
  async mark() {
    const subscription = await this.#subscription();
    return subscription && this.#isOurs(subscription) ? markOf(subscription.endpoint) : '';
  }

  /** Asks the reader, so it is only ever called after a click. @returns {Promise<Turned>} */
  async turnOn() {
    if ((await Notification.requestPermission()) !== 'granted') return 'dismissed';
    try {
      await navigator.serviceWorker.register(this.#worker, { scope: this.#scope, updateViaCache: 'none' });
      const { pushManager } = await navigator.serviceWorker.ready;
      const earlier = await pushManager.getSubscription();
      if (earlier && !this.#isOurs(earlier)) await earlier.unsubscribe();
      const subscription = await this.#subscribe(pushManager);
      if (!subscription) return 'failed';
      const turned = await this.#tell('POST', subscription.toJSON());
      if (turned !== 'on') await subscription.unsubscribe();
      return turned;
    } catch {
      // the push service of the browser does not answer, or the browser is told not to use it
      return 'failed';
    }
  }

  /** Null when it takes too long; what comes later is given back. @param {PushManager} pushManager @returns {Promise<PushSubscription | null>} */
  async #subscribe(pushManager) {
    const asked = pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: fromBase64(this.#key) });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    /** @type {Promise<null>} */
    const late = new Promise((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE)));
    const subscription = await Promise.race([asked, late]).finally(() => clearTimeout(timer));
    if (!subscription) asked.then((one) => one.unsubscribe()).catch(() => undefined);
    return subscription;
  }

  /** It goes on being turned off when the server does not answer: its push service tells the server then. */
  async turnOff() {
    const subscription = await this.#subscription();
    if (!subscription) return;
    await this.#tell('DELETE', { endpoint: subscription.endpoint }).catch(() => undefined);
    await subscription.unsubscribe();
  }

  /** The server knows it still: it is told that the session of now is the one it belongs to. */
  async confirm() {
    const subscription = await this.#subscription();
    if (subscription) await this.#tell('POST', subscription.toJSON()).catch(() => undefined);
  }

  /** It was removed from the list. */
  async forget() {
    await (await this.#subscription())?.unsubscribe();
  }

  async #subscription() {
    const registration = await navigator.serviceWorker.getRegistration(this.#scope);
    return (await registration?.pushManager.getSubscription()) ?? null;
  }

  /** @param {PushSubscription} subscription */
  #isOurs({ options }) {
    return options.applicationServerKey !== null && same(new Uint8Array(options.applicationServerKey), fromBase64(this.#key));
  }

  /** @param {string} method @param {object} what @returns {Promise<Turned>} */
  async #tell(method, what) {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(this.#address, { method, headers, body: JSON.stringify(what), redirect: 'error' });
    return turnedBy(answer.status);
  }
}
