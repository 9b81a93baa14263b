package plenum.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.audit.AuditLine;
import plenum.audit.AuditSearch;
import plenum.platform.PersonalData;

/** What somebody did as an admin or owner, and what was done about their account. */
@ApplicationScoped
public class AuditData implements PersonalData {
    private static final int MOST = 10_000;

    @Inject
    AuditSearch lines;

    @Override
    public String feature() {
        return "audit";
    }

    @Override
    public Set<String> columns() {
        return Set.of("audit.actor", "audit.person");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        List<Map<String, Object>> found = lines.of(account, MOST).stream()
                .map(line -> toMap(line, account))
                .toList();
        return found.isEmpty() ? Map.of() : Map.of("lines", found);
    }

    /** Names of others stay out of it. */
    private static Map<String, Object> toMap(AuditLine line, UUID account) {
        boolean mine = line.actor().filter(account::equals).isPresent();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", line.at().toString());
        map.put("action", line.action().name());
        map.put("by", mine ? "you" : "an admin");
        if (line.person().filter(account::equals).isPresent()) {
            line.before().ifPresent(before -> map.put("before", before));
            line.after().ifPresent(after -> map.put("after", after));
        }
        return map;
    }

    @Override
    public void erase(UUID account) {
        lines.forgetPerson(account);
    }
}
