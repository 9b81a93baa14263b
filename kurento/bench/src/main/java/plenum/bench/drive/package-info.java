/** Measures drives: pages of large folders, and large files that go up and down while the application is killed. */
@NullMarked
package plenum.bench.drive;

import org.jspecify.annotations.NullMarked;
