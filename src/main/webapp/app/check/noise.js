/** A picture that cannot be made small, so that the network is what limits it: nobody's camera is needed for a measurement. */
const WIDTH = 960;
const HEIGHT = 540;
const GRAIN = 1200;
const RATE = 15;

export class Noise {
  #canvas = document.createElement('canvas');
  #timer;
  track;

  constructor() {
    this.#canvas.width = WIDTH;
    this.#canvas.height = HEIGHT;
    const grain = grainy();
    const context = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext('2d'));
    const draw = () => context.drawImage(grain, -Math.random() * (GRAIN - WIDTH), -Math.random() * (GRAIN - HEIGHT));
    draw();
    this.#timer = window.setInterval(draw, 1000 / RATE);
    this.track = this.#canvas.captureStream(RATE).getVideoTracks()[0];
    this.track.contentHint = 'motion';
  }

  close() {
    clearInterval(this.#timer);
    this.track.stop();
  }
}

function grainy() {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = GRAIN;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = context.createImageData(GRAIN, GRAIN);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = 0xff000000 | (Math.random() * 0x1000000);
  context.putImageData(image, 0, 0);
  return canvas;
}
