package plenum.conference;

/** Rules of a house that tests change. */
public final class FakeHouseRules implements HouseRules {
    public boolean known = true;
    public boolean guestsWait;
    private final int places;

    public FakeHouseRules(int places) {
        this.places = places;
    }

    @Override
    public boolean areKnown() {
        return known;
    }

    @Override
    public boolean guestsOnlyByLobby() {
        return guestsWait;
    }

    @Override
    public int places() {
        return places;
    }
}
