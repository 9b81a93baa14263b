import { troubleBefore, troubleOf } from './device-errors.js';
import { canConnect } from './reach.js';

/**
 * Asks the browser for devices, and knows which there are.
 *
 * @import { DeviceTrouble } from './device-errors.js'
 * @typedef {'microphone' | 'camera'} Kind
 * @typedef {{id: string, label: string}} Device
 * @typedef {{microphones: Device[], cameras: Device[], speakers: Device[]}} DeviceList
 * @typedef {'user' | 'environment'} Facing where a phone's camera looks
 * @typedef {{noiseSuppression: boolean, echoCancellation: boolean, lowData: boolean, blur: boolean, facing?: Facing}} Manner how a device is to be opened
 * @typedef {{track: MediaStreamTrack, trouble: null} | {track: null, trouble: DeviceTrouble}} Opened
 */

/** @returns {DeviceTrouble | null} */
export function troubleHere() {
  return troubleBefore({
    secure: window.isSecureContext,
    mediaDevices: Boolean(navigator.mediaDevices?.getUserMedia),
    peerConnections: canConnect(),
  });
}

/**
 * Opens both with one question where possible; one that cannot be had does not take the other along.
 *
 * @param {Partial<Record<Kind, string | null>>} wanted the kinds, with the id of a device or null for the default one
 * @param {Manner} manner
 * @returns {Promise<Partial<Record<Kind, Opened>>>}
 */
export async function openDevices(wanted, manner) {
  const kinds = /** @type {Kind[]} */ (Object.keys(wanted));
  const before = troubleHere();
  if (before) return Object.fromEntries(kinds.map((kind) => [kind, { track: null, trouble: before }]));
  if (kinds.length === 2) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: audio(wanted.microphone ?? null, manner),
        video: video(wanted.camera ?? null, manner),
      });
      return { microphone: opened(stream.getAudioTracks()[0]), camera: opened(stream.getVideoTracks()[0]) };
    } catch (error) {
      const trouble = troubleOf(/** @type {Error} */ (error));
      if (trouble === 'dismissed' || trouble === 'denied') {
        // asking twice more would only repeat the question; permissions may still differ, so look first
        if (await bothRefused()) return { microphone: { track: null, trouble }, camera: { track: null, trouble } };
      }
    }
  }
  const results = await Promise.all(kinds.map((kind) => openOne(kind, wanted[kind] ?? null, manner)));
  return Object.fromEntries(kinds.map((kind, i) => [kind, results[i]]));
}

/** @param {Kind} kind @param {string | null} id @param {Manner} manner @returns {Promise<Opened>} */
async function openOne(kind, id, manner) {
  const ask = (/** @type {string | null} */ device) =>
    navigator.mediaDevices.getUserMedia(kind === 'microphone' ? { audio: audio(device, manner) } : { video: video(device, manner) });
  try {
    return opened((await ask(id)).getTracks()[0]);
  } catch (error) {
    const trouble = troubleOf(/** @type {Error} */ (error));
    if (id === null || (trouble !== 'overconstrained' && trouble !== 'not-found')) return { track: null, trouble };
  }
  try {
    return opened((await ask(null)).getTracks()[0]);
  } catch (error) {
    return { track: null, trouble: troubleOf(/** @type {Error} */ (error)) };
  }
}

/** @param {MediaStreamTrack} track @returns {Opened} */
function opened(track) {
  track.contentHint = track.kind === 'video' ? 'motion' : 'speech';
  return { track, trouble: null };
}

/** @param {string | null} id @param {Manner} manner @returns {MediaTrackConstraints} */
function audio(id, { noiseSuppression, echoCancellation }) {
  return { ...device(id), echoCancellation, noiseSuppression, autoGainControl: true };
}

/** @param {string | null} id @param {Manner} manner @returns {MediaTrackConstraints} */
function video(id, manner) {
  const facing = !id && manner.facing ? { facingMode: { ideal: manner.facing } } : {};
  return { ...device(id), ...facing, ...picture(manner) };
}

/**
 * The constraints of a camera, which can be changed while it runs. Without a setting for blur, the system's applies.
 *
 * @param {Pick<Manner, 'lowData' | 'blur'>} manner
 * @returns {MediaTrackConstraints & {backgroundBlur?: {ideal: boolean}}}
 */
export function picture({ lowData, blur }) {
  const [width, height, rate] = lowData ? [480, 270, 15] : [1280, 720, 30];
  return { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: rate }, ...(blur && { backgroundBlur: { ideal: true } }) };
}

/**
 * Whether browser and system can blur what is behind the person (Media Capture and Streams Extensions, section on background blur).
 *
 * @param {Pick<MediaStreamTrack, 'getCapabilities'> | null} camera
 */
export function canBlur(camera) {
  /** @type {{backgroundBlur?: boolean[]} | undefined} */
  const capabilities = camera?.getCapabilities?.();
  return capabilities?.backgroundBlur?.includes(true) ?? false;
}

/** @param {string | null} id */
function device(id) {
  return id ? { deviceId: { exact: id } } : {};
}

async function bothRefused() {
  const states = await Promise.all([permission('camera'), permission('microphone')]);
  return states[0] === states[1];
}

/** @param {Kind} kind @returns {Promise<PermissionState | 'unknown'>} */
export async function permission(kind) {
  return (await permissionStatus(kind))?.state ?? 'unknown';
}

/** @param {Kind} kind @returns {Promise<PermissionStatus | null>} */
async function permissionStatus(kind) {
  try {
    return await navigator.permissions.query({ name: /** @type {PermissionName} */ (kind) });
  } catch {
    return null;
  }
}

/** Told when a permission or the set of devices changes. @param {() => void} changed */
export async function watchDevices(changed) {
  navigator.mediaDevices?.addEventListener('devicechange', changed);
  for (const kind of /** @type {Kind[]} */ (['camera', 'microphone'])) {
    (await permissionStatus(kind))?.addEventListener('change', changed);
  }
}

/** @returns {Promise<DeviceList>} */
export async function listDevices() {
  const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  const of = (/** @type {MediaDeviceKind} */ kind) =>
    all.filter((d) => d.kind === kind && d.deviceId).map((d) => ({ id: d.deviceId, label: d.label }));
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') };
}
