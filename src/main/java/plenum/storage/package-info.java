/**
 * Bytes at rest: how they are written whole or not at all, sealed on this machine's disk, and kept on servers of others that speak WebDAV or S3.
 * It decides the format of files on disk, which key seals them and when, and what nobody refers to any more. It knows no names, people or
 * folders: a feature keeps an id and asks by it.
 */
@NullMarked
package plenum.storage;

import org.jspecify.annotations.NullMarked;
