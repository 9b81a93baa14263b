/**
 * Chromium begins every publication with 300 kbit/s, too little for a decent picture, and takes up to a quarter of a minute to trust a good
 * network. It begins higher when the answer says so; other browsers ignore it, and congestion control corrects it where it was too much.
 */

const VIDEO_CODECS = new Set(['VP8', 'VP9', 'H264', 'AV1']);

/**
 * @param {string} sdp an answer
 * @param {number} kbps where the video is to begin, in kbit/s
 * @returns {string} the answer with that wish for each of its video codecs
 */
export function withStartBitrate(sdp, kbps) {
  const wish = `x-google-start-bitrate=${kbps}`;
  const lines = sdp.split('\r\n');
  const video = new Set(lines.flatMap(videoPayloadType));
  const described = new Set(lines.flatMap((line) => /^a=fmtp:(\d+) /.exec(line)?.[1] ?? []));
  return lines
    .flatMap((line) => {
      const fmtp = /^a=fmtp:(\d+) /.exec(line)?.[1];
      if (fmtp && video.has(fmtp)) return [`${line};${wish}`];
      const [type] = videoPayloadType(line);
      return type && !described.has(type) ? [line, `a=fmtp:${type} ${wish}`] : [line];
    })
    .join('\r\n');
}

/** @param {string} line @returns {string[]} the payload type that the line gives to a video codec, if it does */
function videoPayloadType(line) {
  const [, type, codec] = /^a=rtpmap:(\d+) ([^/]+)\//.exec(line) ?? [];
  return type && codec && VIDEO_CODECS.has(codec.toUpperCase()) ? [type] : [];
}
