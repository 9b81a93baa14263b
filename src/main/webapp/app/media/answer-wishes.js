/** Writes this tab's encoding parameters into the server's SDP answer, from which browsers take them. */

const VIDEO_CODECS = ['VP8', 'VP9', 'H264', 'AV1'];

/**
 * Chromium begins every publication with 300 kbit/s, too little for a decent picture, and takes up to a quarter of a minute to trust a good
 * network. It begins higher when the answer says so; other browsers ignore it, and congestion control corrects it where it was too much.
 *
 * @param {string} sdp an answer
 * @param {number} kbps where the video is to begin, in kbit/s
 * @returns {string} the answer with that wish for each of its video codecs
 */
export function withStartBitrate(sdp, kbps) {
  return withParameter(sdp, VIDEO_CODECS, `x-google-start-bitrate=${kbps}`);
}

/**
 * Discontinuous transmission (RFC 7587 section 6.1): silence takes two or three packets a second instead of fifty. For voices; music would suffer.
 *
 * @param {string} sdp an answer
 */
export function withQuietSilence(sdp) {
  return withParameter(sdp, ['OPUS'], 'usedtx=1');
}

/** @param {string} sdp @param {readonly string[]} codecs whose names are in capitals @param {string} parameter for each of them */
function withParameter(sdp, codecs, parameter) {
  const lines = sdp.split('\r\n');
  const types = new Set(lines.flatMap((line) => payloadType(line, codecs)));
  const described = new Set(lines.flatMap((line) => /^a=fmtp:(\d+) /.exec(line)?.[1] ?? []));
  return lines
    .flatMap((line) => {
      const fmtp = /^a=fmtp:(\d+) /.exec(line)?.[1];
      if (fmtp && types.has(fmtp)) return [`${line};${parameter}`];
      const [type] = payloadType(line, codecs);
      return type && !described.has(type) ? [line, `a=fmtp:${type} ${parameter}`] : [line];
    })
    .join('\r\n');
}

/** @param {string} line @param {readonly string[]} codecs @returns {string[]} the payload type that the line gives to one of the codecs, if it does */
function payloadType(line, codecs) {
  const [, type, codec] = /^a=rtpmap:(\d+) ([^/]+)\//.exec(line) ?? [];
  return type && codec && codecs.includes(codec.toUpperCase()) ? [type] : [];
}
