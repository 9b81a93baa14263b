import { FrameOpener, FrameSealer, KeyRing } from './frame.js';

/**
 * The worker that seals and opens the frames of one tab. It is told the secrets of the group's epochs, and tells which slots get frames that
 * it cannot open.
 *
 * @import { Kind } from './frame.js'
 * @typedef {{side: 'send', kind: Kind} | {side: 'receive', kind: Kind, slot: number}} Options
 * @typedef {{do: 'add', epoch: number, secret: CryptoKey} | {do: 'use', epoch: number, leaf: number} | {do: 'clear'}} Order
 * @typedef {{readable: ReadableStream, writable: WritableStream, options: Options, sendKeyFrameRequest?: () => Promise<void>}} Transformer
 * @typedef {{slot: number, kind: Kind, readable: boolean}} Report
 */

/** Frames of an epoch that is over come for as long as networks are slow. */
const KEPT = 10_000;
/** So many frames one after the other cannot be opened: no accident of a change of keys. */
const MANY = 20;
const ASK_AGAIN = 1000;

const ring = new KeyRing();
const sealer = new FrameSealer(ring);

self.onmessage = (/** @type {MessageEvent<Order>} */ { data: order }) => {
  if (order.do === 'add') {
    ring.add(order.epoch, order.secret, performance.now());
    ring.forget(performance.now() - KEPT);
  } else if (order.do === 'use') sealer.use({ epoch: order.epoch, leaf: order.leaf });
  else {
    sealer.use(null);
    ring.clear();
  }
};

/** @type {any} */ (self).onrtctransform = (/** @type {{transformer: Transformer}} */ { transformer }) => {
  const { options, readable, writable } = transformer;
  const stream = options.side === 'send' ? sending(options.kind) : receiving(options, transformer);
  // ends with the connection
  readable.pipeThrough(stream).pipeTo(writable).catch(() => undefined);
};

/** @param {Kind} kind */
function sending(kind) {
  return new TransformStream({
    async transform(frame, controller) {
      const sealed = await sealer.seal(frame.data, kind);
      if (!sealed) return;
      frame.data = sealed;
      controller.enqueue(frame);
    },
  });
}

/** @param {Extract<Options, {side: 'receive'}>} options @param {Transformer} transformer */
function receiving({ kind, slot }, transformer) {
  const opener = new FrameOpener(ring, kind);
  let failed = 0;
  let asked = 0;
  return new TransformStream({
    async transform(frame, controller) {
      const opened = await opener.open(frame.data);
      if (!opened) {
        if (++failed === MANY) self.postMessage({ slot, kind, readable: false });
        return;
      }
      if (failed > 0 && kind === 'video' && performance.now() - asked > ASK_AGAIN) {
        // what came while it could not be opened is missing in what comes now
        asked = performance.now();
        transformer.sendKeyFrameRequest?.().catch(() => undefined);
      }
      if (failed >= MANY) self.postMessage({ slot, kind, readable: true });
      failed = 0;
      frame.data = opened;
      controller.enqueue(frame);
    },
  });
}
