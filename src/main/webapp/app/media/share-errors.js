/**
 * Why a screen cannot be shared: by this browser, or by the rules of the meeting. Pure.
 *
 * @import { ShareBarrier } from '../protocol/moderation.js'
 * @typedef {'insecure' | 'ios' | 'android' | 'unsupported' | 'policy' | 'denied-by-system' | 'unreadable' | 'unknown' | ShareBarrier} ShareTrouble
 */

/**
 * Whether this page can ask at all.
 *
 * @param {{secure: boolean, displayMedia: boolean, allowed: boolean, family: 'ios' | 'android' | string}} browser `allowed`: by the
 *     permissions policy of this page
 * @returns {ShareTrouble | null}
 */
export function shareTroubleBefore({ secure, displayMedia, allowed, family }) {
  if (!secure) return 'insecure';
  if (!displayMedia) return family === 'ios' || family === 'android' ? family : 'unsupported';
  return allowed ? null : 'policy';
}

/**
 * The trouble behind an exception of getDisplayMedia (Screen Capture, section 5.1); a cancelled choice is none.
 *
 * @param {{name?: string, message?: string}} error
 * @returns {ShareTrouble | 'cancelled'}
 */
export function shareTroubleOf({ name, message = '' }) {
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return /system/i.test(message) ? 'denied-by-system' : 'cancelled';
    case 'AbortError':
      return 'cancelled';
    case 'NotFoundError':
      // Firefox without the system's consent finds nothing to show
      return 'denied-by-system';
    case 'NotReadableError':
      return 'unreadable';
    case 'SecurityError':
      return 'policy';
    default:
      return 'unknown';
  }
}
