/**
 * Bytes at rest: on this machine's disk, sealed, and on other people's servers by WebDAV or S3. Decides the file format, which key seals a
 * file, and when unreferenced objects are deleted. Knows no names, people or folders: a feature keeps an id and asks by it.
 */
@NullMarked
package plenum.storage;

import org.jspecify.annotations.NullMarked;
