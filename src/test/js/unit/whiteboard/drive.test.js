import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileOf, ownDrive, saveInDrive } from '../../../../main/webapp/app/whiteboard/drive-files.js';

const OWN = { drive: 'd1', pictures: [{ name: 'a.png', address: '/files/t/a.png', preview: '' }] };

/** A server that answers by method and path. @param {Record<string, (init: RequestInit) => Response>} answers */
function server(answers) {
  /** @type {string[]} */
  const asked = [];
  return {
    asked,
    /** @param {string} url @param {RequestInit} init @returns {Promise<Response>} */
    fetch: (url, init) => {
      const key = `${init.method ?? 'GET'} ${url}`;
      asked.push(key);
      return Promise.resolve(answers[key]?.(init) ?? new Response(null, { status: 404 }));
    },
  };
}

const json = (/** @type {unknown} */ body, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });

test('the own drive is there for those who are signed in', async () => {
  assert.deepEqual(await ownDrive(server({ 'GET /files/pictures': () => json(OWN) }).fetch), OWN);
  assert.equal(await ownDrive(server({ 'GET /files/pictures': () => json({ why: 'SIGNED_OUT' }, 401) }).fetch), null);
  assert.equal(await ownDrive(() => Promise.reject(new TypeError('offline'))), null);
});

test('a picture comes with its name and type', async () => {
  const { fetch } = server({ 'GET /files/t/a.png': () => new Response(new Blob(['dot'], { type: 'image/png' })) });
  const file = await fileOf(OWN.pictures[0], fetch);
  assert.deepEqual([file?.name, file?.type, await file?.text()], ['a.png', 'image/png', 'dot']);
  assert.equal(await fileOf({ ...OWN.pictures[0], address: '/files/gone' }, fetch), null);
});

test('the board is put at the top of the drive, in pieces', async () => {
  /** @type {unknown} */
  let begun;
  let sent = '';
  const { fetch } = server({
    'GET /files/pictures': () => json(OWN),
    'POST /uploads': ({ body }) => {
      begun = JSON.parse(String(body));
      return json({ id: 'u1' }, 201);
    },
    'PATCH /uploads/u1': ({ headers }) => {
      sent = /** @type {Record<string, string>} */ (headers)['Upload-Offset'];
      return json({ item: 'i1' }, 200, { 'Upload-Offset': '5', 'Upload-Complete': '?1' });
    },
  });
  assert.equal(await saveInDrive('Board.pdf', new Blob(['board']), { fetch }), 'saved');
  assert.deepEqual(begun, { drive: 'd1', folder: '', path: 'Board.pdf', size: 5 });
  assert.equal(sent, '0');
});

test('what cannot be put there is said', async () => {
  const full = server({ 'GET /files/pictures': () => json(OWN), 'POST /uploads': () => json({ why: 'NO_ROOM' }, 507) });
  assert.equal(await saveInDrive('Board.pdf', new Blob(['board']), { fetch: full.fetch }), 'no-room');
  const out = server({ 'GET /files/pictures': () => json({}, 401) });
  assert.equal(await saveInDrive('Board.pdf', new Blob(['board']), { fetch: out.fetch }), 'failed');
  assert.equal(out.asked.includes('POST /uploads'), false);
});
