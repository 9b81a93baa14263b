package plenum.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.platform.PersonalData;

/** The devices that somebody is told on, as personal data; their addresses and keys are for this server alone. */
@ApplicationScoped
public class PushData implements PersonalData {
    @Inject
    PushDevices devices;

    @Override
    public String feature() {
        return "push";
    }

    @Override
    public Set<String> columns() {
        return Set.of("push_subscription.account_id");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        List<Map<String, String>> all = devices.of(account).stream()
                .map(device -> Map.of(
                        "device", device.name(),
                        "since", device.created().toString(),
                        "lastUsed", device.used().map(Instant::toString).orElse("")))
                .toList();
        return all.isEmpty() ? Map.of() : Map.of("devices", all);
    }

    @Override
    public void erase(UUID account) {
        devices.removeAll(account);
    }
}
