#!/bin/sh
# Makes src/main/webapp/app/cipher/ts-mls.js of the versions in package-lock.json, byte for byte. Needs npm and the registry.
set -eu
cd "$(dirname "$0")"
target=../../../main/webapp/app/cipher/ts-mls.js
npm ci --ignore-scripts --no-audit --no-fund
# what cipher suite 1 does not use stays out; nothing asks for it
npx esbuild ts-mls-entry.js --bundle --format=esm --minify --target=es2022 --legal-comments=none --log-level=warning \
  --external:@hpke/chacha20poly1305 --external:@hpke/hybridkem-x-wing --external:@hpke/dhkem-x448 --external:@hpke/ml-kem \
  --external:@noble/curves --external:@noble/post-quantum --external:@noble/ciphers/chacha.js --outfile=bundle.tmp.js
cat ts-mls-header.txt bundle.tmp.js >"$target"
rm bundle.tmp.js
sha256sum "$target"
