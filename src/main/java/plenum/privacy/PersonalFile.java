package plenum.privacy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.platform.PersonalData;

/** Everything that is stored about a person, feature by feature. Blocks on the database. */
@ApplicationScoped
public class PersonalFile {
    private static final JsonMapper JSON = new JsonMapper();

    @Inject
    @Any
    Instance<PersonalData> parts;

    @Inject
    Accounts accounts;

    /** Names of the features that store something about people, sorted. */
    public List<String> features() {
        return parts.stream()
                .map(PersonalData::feature)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** By feature; those that store nothing about the person are left out. */
    public Map<String, Object> of(UUID account) {
        Map<String, Object> all = new TreeMap<>();
        for (PersonalData part : parts) {
            Map<String, Object> data = part.export(account);
            if (!data.isEmpty()) {
                all.put(part.feature(), data);
            }
        }
        return all;
    }

    /** As text that a person can read and a program, too. */
    public String json(UUID account) {
        return pretty(of(account));
    }

    /** A JSON file for each feature, and the picture as it is. */
    public byte[] zip(Account account) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Object> feature : of(account.id()).entrySet()) {
                put(zip, feature.getKey() + ".json", pretty(feature.getValue()).getBytes(StandardCharsets.UTF_8));
            }
            Optional<Accounts.Picture> picture = accounts.picture(account.id());
            if (picture.isPresent()) {
                put(zip, "picture.png", picture.get().png());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry("plenum/" + name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String pretty(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
