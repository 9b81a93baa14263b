/** Throws damaged inputs at parsers; the tests themselves are beside the parsers. */
package plenum.mediaserver.fuzz;
