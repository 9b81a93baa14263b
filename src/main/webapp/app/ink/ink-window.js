import { InkLayer } from './ink-layer.js';

/**
 * A small window of the browser that stays above all others: the presenter sees there what is drawn on their screen, while they work in another program.
 *
 * @import { LayerParts } from './ink-layer.js'
 * @typedef {{requestWindow(size: {width: number, height: number}): Promise<Window>}} FloatingWindows
 */

/** Where the browser has such windows. @returns {FloatingWindows | null} */
export function floatingWindows() {
  return /** @type {FloatingWindows | undefined} */ (Reflect.get(window, 'documentPictureInPicture')) ?? null;
}

const STYLE = 'html, body { margin: 0; height: 100%; background: #000; overflow: hidden; } div { position: absolute; inset: 0; } video, canvas { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; }';

/**
 * From a click.
 *
 * @param {FloatingWindows} windows
 * @param {Omit<LayerParts, 'tile' | 'video'>} parts
 * @param {MediaStreamTrack} track the screen as it is shared
 * @param {string} title
 */
export async function openInkWindow(windows, parts, track, title) {
  const settings = track.getSettings();
  const ratio = (settings.width ?? 16) / (settings.height ?? 9);
  const small = await windows.requestWindow({ width: 480, height: Math.round(480 / ratio) });
  const { document } = small;
  document.title = title;
  const sheet = new (/** @type {any} */ (small).CSSStyleSheet)();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [sheet];
  const tile = document.createElement('div');
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.srcObject = new MediaStream([track]);
  tile.append(video);
  document.body.append(tile);
  const layer = new InkLayer({ ...parts, tile, video });
  const end = () => {
    layer.close();
    small.close();
  };
  track.addEventListener('ended', end);
  small.addEventListener('pagehide', () => {
    track.removeEventListener('ended', end);
    layer.close();
  });
}
