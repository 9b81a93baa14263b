import { pathTo } from '../platform/pages.js';

/**
 * Pictures on the board: made smaller in the browser and stored by the server, sealed where the meeting is encrypted; fetched when they are first seen.
 *
 * @import { Veil } from '../session/veil.js'
 */

const LONGEST_SIDE = 1600;
/** Bytes of a picture as the reader has it. */
const LARGEST_FILE = 30_000_000;
const ADDRESS = pathTo('/board/pictures');
const RETRY = 5000;
const PURPOSE = 'picture';

export class Pictures extends EventTarget {
  /** @type {Map<string, ImageBitmap | null>} */
  #known = new Map();
  #ticket;
  #veil;

  /** @param {() => string} ticket @param {Pick<Veil, 'sealBytes' | 'openBytes'> | null} veil of an encrypted meeting */
  constructor(ticket, veil) {
    super();
    this.#ticket = ticket;
    this.#veil = veil;
  }

  /** A picture, once it is here; a `change` tells when it has come. @param {string} id @returns {ImageBitmap | null} */
  of(id) {
    const known = this.#known.get(id);
    if (known === undefined && /^[0-9a-f-]{36}$/.test(id)) {
      this.#known.set(id, null);
      void this.#fetch(id);
    }
    return known ?? null;
  }

  /**
   * Stores a picture that somebody has dropped or pasted: never larger than it needs to be, and without what a camera writes into it.
   *
   * @param {Blob} file
   * @returns {Promise<{id: string, width: number, height: number} | null>} null when it is none, or cannot be stored
   */
  async add(file) {
    if (file.size > LARGEST_FILE) return null;
    const bitmap = await createImageBitmap(file).catch(() => null);
    if (!bitmap) return null;
    const factor = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [Math.max(1, Math.round(bitmap.width * factor)), Math.max(1, Math.round(bitmap.height * factor))];
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
    const picture = await encoded(canvas);
    const body = picture && (await this.#sealed(picture));
    const answer = body && (await fetch(ADDRESS, { method: 'POST', body, headers: { 'X-Plenum-Board': this.#ticket(), 'Content-Type': body.type } }).catch(() => null));
    if (!answer?.ok) return null;
    const { id } = await answer.json();
    this.#known.set(id, await createImageBitmap(canvas));
    bitmap.close();
    return { id, width, height };
  }

  /** As a data address, to be taken along. @param {string} id @returns {Promise<string>} */
  async dataOf(id) {
    const bitmap = this.#known.get(id);
    if (!bitmap) return '';
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.9);
  }

  /** @param {Blob} picture @returns {Promise<Blob>} */
  async #sealed(picture) {
    if (!this.#veil) return picture;
    return new Blob([await this.#veil.sealBytes(new Uint8Array(await picture.arrayBuffer()), PURPOSE)], { type: 'application/octet-stream' });
  }

  /** @param {Blob} stored @returns {Promise<Blob | null>} null for what this tab cannot read */
  async #opened(stored) {
    if (!this.#veil) return stored;
    const bytes = await this.#veil.openBytes(new Uint8Array(await stored.arrayBuffer()), PURPOSE);
    return bytes && new Blob([bytes]);
  }

  /** @param {string} id */
  async #fetch(id) {
    const answer = await fetch(`${ADDRESS}/${id}`, { headers: { 'X-Plenum-Board': this.#ticket() } }).catch(() => null);
    const picture = answer?.ok ? await this.#opened(await answer.blob()) : null;
    const bitmap = picture && (await createImageBitmap(picture).catch(() => null));
    if (bitmap) {
      this.#known.set(id, bitmap);
      this.dispatchEvent(new Event('change'));
    } else {
      window.setTimeout(() => this.#known.delete(id), RETRY);
    }
  }
}

/** Encodes a picture: PNG where it has transparency, else a smaller format. @param {HTMLCanvasElement} canvas @returns {Promise<Blob | null>} */
async function encoded(canvas) {
  const as = (/** @type {string} */ type, /** @type {number} */ quality) => new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, type, quality));
  const webp = await as('image/webp', 0.85);
  // a browser that cannot write WebP writes PNG instead
  return webp && webp.type === 'image/webp' ? webp : ((await as('image/png', 1)) ?? null);
}
