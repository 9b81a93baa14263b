import { Upload } from '../platform/upload.js';

/**
 * The drive of whoever draws: its pictures, and a place for the board as a file.
 *
 * @typedef {{name: string, address: string, preview: string}} DrivePicture
 * @typedef {{drive: string, pictures: readonly DrivePicture[]}} OwnDrive
 * @typedef {import('../platform/upload.js').Fetch} Fetch
 */

const ADDRESS = '/files/pictures';

/** The reader's own drive with its latest pictures; null when it cannot be had, as for guests. @param {Fetch} [fetch] @returns {Promise<OwnDrive | null>} */
export async function ownDrive(fetch = (url, init) => globalThis.fetch(url, init)) {
  const answer = await fetch(ADDRESS, {}).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** A picture of the drive, as a file. @param {DrivePicture} picture @param {Fetch} [fetch] @returns {Promise<File | null>} */
export async function fileOf({ name, address }, fetch = (url, init) => globalThis.fetch(url, init)) {
  const answer = await fetch(address, {}).catch(() => null);
  if (!answer?.ok) return null;
  const blob = await answer.blob();
  return new File([blob], name, { type: blob.type });
}

/**
 * Puts a file at the top of the reader's drive.
 *
 * @param {string} name
 * @param {Blob} blob
 * @param {{fetch?: Fetch, wait?: (ms: number) => Promise<void>}} [means]
 * @returns {Promise<'saved' | 'no-room' | 'failed'>}
 */
export async function saveInDrive(name, blob, means = {}) {
  const own = await ownDrive(means.fetch);
  if (!own) return 'failed';
  const upload = new Upload({ drive: own.drive, folder: '' }, { path: name, file: new File([blob], name, { type: blob.type }) }, () => undefined, means);
  await upload.run();
  if (upload.state === 'done' || upload.state === 'moving') return 'saved';
  return upload.why === 'NO_ROOM' ? 'no-room' : 'failed';
}
