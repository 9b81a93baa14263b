import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Marks } from '../../../../main/webapp/app/drive/marks.js';
import { Queue } from '../../../../main/webapp/app/drive/queue.js';
import { nextPiece, PIECE, Upload } from '../../../../main/webapp/app/platform/upload.js';

const PLACE = { drive: 'd1', folder: '' };

/** @param {number} size @param {string} name @returns {any} a file that holds no bytes */
const file = (size, name = 'a.bin') => ({ name, size, slice: (/** @type {number} */ from, /** @type {number} */ to) => ({ from, to: Math.min(to, size) }) });

/** Of a browser. */
function store() {
  /** @type {Map<string, string>} */
  const values = new Map();
  return { getItem: (/** @type {string} */ key) => values.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => void values.set(key, value) };
}

/** Answers as the server does, out of what it has taken. */
class Server {
  constructor() {
    /** @type {Map<string, { wish: any, taken: number }>} */
    this.uploads = new Map();
    /** @type {string[]} */
    this.log = [];
    /** @type {((method: string, upload: any) => any)[]} in place of the next answers; may throw */
    this.next = [];
    this.going = 0;
    this.most = 0;
  }

  /** @param {number} status @param {any} [headers] @param {any} [body] @returns {any} */
  static answer(status, headers = {}, body = {}) {
    return { status, ok: status < 300, headers: { get: (/** @type {string} */ name) => headers[name] ?? null }, json: async () => body };
  }

  /** @type {import('../../../../main/webapp/app/platform/upload.js').Fetch} */
  fetch = async (url, init) => {
    const method = init.method ?? 'GET';
    const id = url.slice('/uploads/'.length);
    this.log.push(method);
    this.going++;
    this.most = Math.max(this.most, this.going);
    await Promise.resolve();
    this.going--;
    if (init.signal?.aborted) throw new Error('aborted');
    const instead = this.next.shift()?.(method, this.uploads.get(id));
    return instead ?? this.usual(method, id, /** @type {any} */ (init));
  };

  /** @param {string} method @param {string} id @param {any} init */
  usual(method, id, init) {
    if (method === 'POST') {
      const made = `u${this.uploads.size + 1}`;
      this.uploads.set(made, { wish: JSON.parse(init.body), taken: 0 });
      return Server.answer(201, {}, { id: made });
    }
    const upload = this.uploads.get(id);
    if (!upload) return Server.answer(404, {}, { why: 'NOT_FOUND' });
    if (method === 'HEAD') return Server.answer(200, { 'Upload-Offset': String(upload.taken) });
    if (method === 'DELETE') {
      this.uploads.delete(id);
      return Server.answer(204);
    }
    if (Number(init.headers['Upload-Offset']) !== upload.taken) return Server.answer(409, { 'Upload-Offset': String(upload.taken) });
    upload.taken = init.body.to;
    return upload.taken === upload.wish.size
      ? Server.answer(200, { 'Upload-Offset': String(upload.taken), 'Upload-Complete': '?1' }, { item: `item-${id}` })
      : Server.answer(204, { 'Upload-Offset': String(upload.taken) });
  }
}

/** @param {Server} server @param {any} wish @param {() => void} [changed] */
function upload(server, wish, changed = () => {}) {
  /** @type {number[]} */
  const waits = [];
  const made = new Upload(PLACE, wish, changed, { fetch: server.fetch, wait: async (ms) => void waits.push(ms) });
  return { made, waits };
}

test('a file goes in pieces, and is done with the last one', async () => {
  const server = new Server();
  const { made } = upload(server, { path: 'Ordner/a.bin', file: file(100 * PIECE) });
  await made.run();
  assert.equal(made.state, 'done');
  assert.equal(made.sent, 100 * PIECE);
  assert.deepEqual(server.uploads.get('u1')?.wish, { ...PLACE, path: 'Ordner/a.bin', size: 100 * PIECE });
  assert.ok(server.log.filter((method) => method === 'PATCH').length > 3);
});

test('an empty file is one piece of nothing', async () => {
  const server = new Server();
  const { made } = upload(server, { path: 'leer.txt', file: file(0) });
  await made.run();
  assert.equal(made.state, 'done');
});

test('after a broken connection it asks how much is there, and goes on from it', async () => {
  const server = new Server();
  server.next = [
    () => undefined,
    (_, one) => {
      one.taken = 3 * PIECE; // arrived in part, and the answer was lost
      throw new Error('offline');
    },
  ];
  const { made, waits } = upload(server, { path: 'a.bin', file: file(20 * PIECE) });
  await made.run();
  assert.equal(made.state, 'done');
  assert.deepEqual(waits, [1000]);
  assert.deepEqual(server.log.slice(0, 4), ['POST', 'PATCH', 'HEAD', 'PATCH']);
});

test('a server that restarts is waited for, and not for ever', async () => {
  const server = new Server();
  server.next = Array.from({ length: 99 }, () => () => Server.answer(503, {}, { why: 'FAILED' }));
  const { made, waits } = upload(server, { path: 'a.bin', file: file(PIECE) });
  await made.run();
  assert.equal(made.state, 'failed');
  assert.equal(made.why, 'OFFLINE');
  assert.deepEqual(waits, [1000, 2000, 5000, 10_000, 20_000]);
});

test('what the server refuses is not sent', async () => {
  for (const [status, why] of /** @type {[number, string][]} */ ([[507, 'NO_ROOM'], [403, 'DENIED'], [400, 'BAD_NAME'], [401, 'SIGNED_OUT']])) {
    const server = new Server();
    server.next = [() => Server.answer(status, {}, { why })];
    const { made } = upload(server, { path: 'a.bin', file: file(PIECE) });
    await made.run();
    assert.equal(made.state, 'failed');
    assert.equal(made.why, why);
    assert.deepEqual(server.log, ['POST']);
  }
});

test('another request of the same upload is waited for', async () => {
  const server = new Server();
  server.next = [() => undefined, () => Server.answer(423, {}, { why: 'BUSY' })];
  const { made, waits } = upload(server, { path: 'a.bin', file: file(PIECE) });
  await made.run();
  assert.equal(made.state, 'done');
  assert.deepEqual(waits, [1000]);
});

test('a wrong offset is corrected by what the server has', async () => {
  const server = new Server();
  server.next = [() => undefined, (_, one) => ((one.taken = 2 * PIECE), undefined)];
  const { made } = upload(server, { path: 'a.bin', file: file(40 * PIECE) });
  await made.run();
  assert.equal(made.state, 'done');
});

test('paused in the middle it keeps what is there, and resumes from it', async () => {
  const server = new Server();
  const queue = new Queue(() => {}, new Marks(store()), { fetch: server.fetch, wait: async () => {} });
  server.next = [() => undefined, () => undefined, () => void queue.uploads[0].pause()];
  queue.add(PLACE, [{ path: 'a.bin', file: file(200 * PIECE) }]);
  await settled(() => queue.uploads[0].state === 'paused');
  const there = server.uploads.get('u1')?.taken ?? 0;
  assert.ok(there > 0 && there < 200 * PIECE);
  assert.equal(queue.open, 0);
  queue.resume(queue.uploads[0]);
  await settled(() => queue.done === 1);
  assert.equal(server.uploads.size, 1, 'it is the same upload');
});

test('given up it is taken back from the server', async () => {
  const server = new Server();
  const queue = new Queue(() => {}, new Marks(store()), { fetch: server.fetch, wait: async () => {} });
  server.next = [() => undefined, () => void queue.uploads[0].pause()];
  queue.add(PLACE, [{ path: 'a.bin', file: file(200 * PIECE) }]);
  await settled(() => queue.uploads[0].state === 'paused');
  await queue.remove(queue.uploads[0]);
  assert.equal(server.uploads.size, 0);
  assert.deepEqual(queue.uploads, []);
});

test('after a reload the same file goes on where the other page has ended', async () => {
  const server = new Server();
  server.uploads.set('u1', { wish: { size: 50 * PIECE }, taken: 30 * PIECE });
  const queue = new Queue(() => {}, new Marks(store()), { fetch: server.fetch, wait: async () => {} });
  queue.left = [
    { id: 'other', drive: 'd2', folder: '', name: 'a.bin', size: 50 * PIECE },
    { id: 'u1', drive: 'd1', folder: 'f1', name: 'a.bin', size: 50 * PIECE },
  ];
  queue.add(PLACE, [{ path: 'Ordner/a.bin', file: file(50 * PIECE) }, { path: 'b.bin', file: file(PIECE) }]);
  await settled(() => queue.done === 2);
  assert.equal(server.uploads.get('u1')?.taken, 50 * PIECE);
  assert.equal(server.uploads.size, 2, 'only the other file is begun anew');
  assert.deepEqual(queue.left.map(({ id }) => id), ['other']);
});

test('a file that was changed since, or another one of its name and size, is begun anew', async () => {
  const server = new Server();
  const marks = new Marks(store());
  const wish = { path: 'Ordner/a.bin', file: { ...file(50 * PIECE), lastModified: 1 } };
  marks.keep('u1', wish);
  server.uploads.set('u1', { wish: { size: 50 * PIECE }, taken: 30 * PIECE });
  const left = [{ id: 'u1', drive: 'd1', folder: 'f1', name: 'a.bin', size: 50 * PIECE }];
  for (const other of [{ ...wish, path: 'Anderer/a.bin' }, { ...wish, file: { ...wish.file, lastModified: 2 } }]) {
    const queue = new Queue(() => {}, marks, { fetch: server.fetch, wait: async () => {} });
    queue.resumable(left);
    queue.add(PLACE, [other]);
    await settled(() => queue.done === 1);
    assert.notEqual(queue.uploads[0].id, 'u1');
  }
  const queue = new Queue(() => {}, marks, { fetch: server.fetch, wait: async () => {} });
  queue.resumable([...left]);
  queue.add(PLACE, [wish]);
  await settled(() => queue.done === 1);
  assert.equal(queue.uploads[0].id, 'u1');
});

test('what is no upload any more is not remembered, and a browser that stores nothing does no harm', () => {
  const kept = store();
  const marks = new Marks(kept);
  marks.keep('u1', { path: 'a', file: file(1) });
  marks.keep('u2', { path: 'b', file: file(1) });
  marks.retain(['u2']);
  assert.deepEqual(Object.keys(marks.all()), ['u2']);
  kept.setItem('plenum.drive.uploads', 'no JSON');
  assert.deepEqual(marks.all(), {});
  const closed = new Marks({ getItem: () => { throw new Error('denied'); }, setItem: () => { throw new Error('denied'); } });
  closed.keep('u1', { path: 'a', file: file(1) });
  assert.equal(closed.fits('u1', { path: 'a', file: file(1) }), true);
});

test('of many files a few go at once, and all of them get there', async () => {
  const server = new Server();
  const queue = new Queue(() => {}, new Marks(store()), { fetch: server.fetch, wait: async () => {} });
  queue.add(PLACE, Array.from({ length: 40 }, (_, number) => ({ path: `f${number}`, file: file(number * PIECE, `f${number}`) })));
  assert.equal(queue.uploads.filter(({ state }) => state === 'going').length, 3);
  await settled(() => queue.done === 40);
  assert.ok(server.most <= 3, `${server.most} requests at once`);
  assert.equal([...server.uploads.values()].every(({ wish, taken }) => wish.size === taken), true);
});

test('a file that fails does not hold the others', async () => {
  const server = new Server();
  const queue = new Queue(() => {}, new Marks(store()), { fetch: server.fetch, wait: async () => {} });
  server.next = [() => Server.answer(507, {}, { why: 'NO_ROOM' })];
  queue.add(PLACE, Array.from({ length: 6 }, (_, number) => ({ path: `f${number}`, file: file(PIECE, `f${number}`) })));
  await settled(() => queue.open === 0);
  assert.equal(queue.done, 5);
  assert.deepEqual(queue.uploads.filter(({ state }) => state === 'failed').map(({ why }) => why), ['NO_ROOM']);
});

test('pieces are whole, grow on a fast line and shrink on a slow one', () => {
  assert.equal(nextPiece(4 * PIECE, 100), 8 * PIECE);
  assert.equal(nextPiece(16 * PIECE, 60_000), 8 * PIECE);
  assert.equal(nextPiece(4 * PIECE, 60_000), 4 * PIECE);
  assert.equal(nextPiece(30 * PIECE, 1), 30 * PIECE);
  for (let took = 1; took < 10_000; took += 37) assert.equal(nextPiece(10 * PIECE, took) % PIECE, 0);
});

/** @param {() => boolean} so */
async function settled(so) {
  for (let turn = 0; turn < 10_000 && !so(); turn++) await Promise.resolve();
  assert.ok(so());
}
