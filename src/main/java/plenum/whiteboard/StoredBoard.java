package plenum.whiteboard;

import java.util.UUID;

/**
 * A stored board without its elements.
 *
 * @param floor changes up to this number may be forgotten, deletions included: who knows less starts anew
 */
public record StoredBoard(UUID id, BoardRights rights, long floor) {}
