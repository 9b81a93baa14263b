/** Recordings whose meeting, database, disk, or one of the programs is taken away in the middle. */
package plenum.recording.kill;
