/**
 * A program of its own that reads files of strangers: what breaks it breaks nothing else. It knows the JDK and PDFBox alone, gets a file by its
 * standard input and no name, address or secret, and answers by its standard output. The WAR carries it, and PDFBox, as data for
 * {@link plenum.drive}.
 */
@NullMarked
package plenum.drive.probe;

import org.jspecify.annotations.NullMarked;
