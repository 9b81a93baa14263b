package plenum.mediaserver.matroska;

/**
 * One frame of a track.
 *
 * @param track the track's number, from 1 on
 * @param millis since the file's beginning
 * @param key whether it can be decoded by itself
 */
public record Block(int track, long millis, boolean key, byte[] data) {}
