/**
 * Hostile clients: each is a bounded program against a running Plenum, and shows that the fault is refused at its limit while the meeting of
 * three bystanders and the pages go on as before. {@code -Dplenum.attack.force=10} makes them ten times harder.
 */
package plenum.attack;
