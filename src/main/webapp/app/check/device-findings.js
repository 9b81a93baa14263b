import { shareTroubleHere } from '../media/screen.js';
import { shareTroubleWords } from '../devices/share-trouble.js';
import { troubleWords } from '../devices/trouble.js';
import { finding } from './findings.js';

/**
 * The findings on microphone, camera, speaker and screen, without requesting permissions.
 *
 * @import { Finding } from './findings.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @param {LocalMedia} local @param {Translate} t @returns {Finding[]} */
export function deviceFindings(local, t) {
  return [line(local, 'microphone', t), line(local, 'camera', t), speaker(local), share(t)];
}

/** @param {LocalMedia} local @param {'microphone' | 'camera'} kind @param {Translate} t */
function line(local, kind, t) {
  const { track, trouble } = local.lines[kind];
  if (track) return finding(kind, 'good', 'works', null, [track.label]);
  if (trouble) return finding(kind, 'bad', 'because', null, [troubleWords(trouble, t(`stage.device.${kind}`), t)]);
  const count = (kind === 'microphone' ? local.devices.microphones : local.devices.cameras).length;
  return count > 0 ? finding(kind, 'none', 'found', null, [count]) : finding(kind, 'none', 'untested');
}

/** Some browsers do not name speakers, and play all the same. @param {LocalMedia} local */
function speaker(local) {
  const count = local.devices.speakers.length;
  return count > 0 ? finding('speaker', 'none', 'found', null, [count]) : finding('speaker', 'none', 'system');
}

/** @param {Translate} t */
function share(t) {
  const trouble = shareTroubleHere();
  return trouble ? finding('share', 'fair', 'because', null, [shareTroubleWords(trouble, t)]) : finding('share', 'good', 'supported');
}
