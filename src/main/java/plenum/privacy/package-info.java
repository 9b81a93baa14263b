/**
 * What is stored about somebody, for themselves: all of it in one file, and how long each kind is kept. Decides nothing about the data of a feature, which
 * the feature's own {@code PersonalData} part knows.
 */
@NullMarked
package plenum.privacy;

import org.jspecify.annotations.NullMarked;
