/**
 * Puts Plenum among the programs of the device, where the browser offers that.
 *
 * @typedef {Event & {prompt(): Promise<unknown>}} InstallEvent
 */
export class Install extends EventTarget {
  /** @type {InstallEvent | null} */
  #offer = null;

  constructor() {
    super();
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#change(/** @type {InstallEvent} */ (event));
    });
    window.addEventListener('appinstalled', () => this.#change(null));
  }

  get isOffered() {
    return this.#offer !== null;
  }

  async ask() {
    const offer = this.#offer;
    // a browser lets its offer be used once
    this.#change(null);
    await offer?.prompt();
  }

  /** @param {InstallEvent | null} offer */
  #change(offer) {
    this.#offer = offer;
    this.dispatchEvent(new Event('change'));
  }
}
