import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathTo, socketTo } from '../../../../main/webapp/app/platform/pages.js';

const at = (/** @type {string} */ address) => new URL(address);

test('pages are below the path that this server was deployed at', () => {
  assert.equal(pathTo('/sign-in', at('https://meet.example.org/')), '/sign-in');
  assert.equal(pathTo('/sign-in', at('https://example.org/plenum/')), '/plenum/sign-in');
});

test('so are sockets, with the transport of the page', () => {
  const page = { protocol: 'https:', host: 'example.org:8443' };
  assert.equal(socketTo('/ws/check', page, at('https://example.org:8443/plenum/')), 'wss://example.org:8443/plenum/ws/check');
  assert.equal(socketTo('/ws/check', { ...page, protocol: 'http:' }, at('http://example.org:8443/')), 'ws://example.org:8443/ws/check');
});
