/**
 * Work that survives a restart: which kinds there are, how often a failed one is tried again, and what the console sees of it. A job runs at
 * least once, never on a request's thread, and only a few run at a time, so that meetings come first. db-scheduler is in {@code job.store}.
 */
@NullMarked
package plenum.job;

import org.jspecify.annotations.NullMarked;
