/**
 * Why a camera or microphone cannot be used, told from what browsers throw. Pure.
 *
 * @typedef {'insecure' | 'unsupported' | 'denied' | 'dismissed' | 'denied-by-system' | 'not-found' | 'in-use' | 'overconstrained' | 'unknown'} DeviceTrouble
 */

/**
 * @param {{name?: string, message?: string}} error
 * @returns {DeviceTrouble}
 */
export function troubleOf(error) {
  const message = (error.message ?? '').toLowerCase();
  switch (error.name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      if (message.includes('system')) return 'denied-by-system';
      return message.includes('dismissed') ? 'dismissed' : 'denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return 'not-found';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'in-use';
    case 'OverconstrainedError':
    case 'ConstraintNotSatisfiedError':
      return 'overconstrained';
    default:
      return 'unknown';
  }
}

/**
 * Whether this page can ask at all.
 *
 * @param {{secure: boolean, mediaDevices: boolean, peerConnections: boolean}} browser
 * @returns {DeviceTrouble | null}
 */
export function troubleBefore(browser) {
  if (!browser.secure) return 'insecure';
  return browser.mediaDevices && browser.peerConnections ? null : 'unsupported';
}

/**
 * The help text for this browser's address bar.
 *
 * @param {string} userAgent
 * @returns {'ios' | 'android' | 'firefox' | 'safari' | 'chromium'}
 */
export function browserFamily(userAgent) {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Safari\//.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent)) return 'safari';
  return 'chromium';
}
