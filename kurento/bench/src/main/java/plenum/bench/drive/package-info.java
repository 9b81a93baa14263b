/** Measures drives: pages of large folders, large files that go up and down while the application is killed, and a meeting beside uploads. */
@NullMarked
package plenum.bench.drive;

import org.jspecify.annotations.NullMarked;
