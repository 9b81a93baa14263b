package plenum.whiteboard;

import java.util.UUID;

/**
 * A board without what is on it.
 *
 * @param floor changes up to this number may be forgotten, deletions included: who knows less starts anew
 */
public record StoredBoard(UUID id, BoardRights rights, long floor) {}
