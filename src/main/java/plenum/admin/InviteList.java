package plenum.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plenum.account.AccountRole;
import plenum.mail.MailAddress;
import plenum.policy.InstanceRules;

/**
 * People to invite, from a file of comma separated values: {@code email,role,language}, one person a line. Role and language may be missing; a first line
 * that has no address is a heading. Semicolons and tabs separate as well, as spreadsheets write them.
 *
 * @param people those that can be invited, each once
 * @param wrong numbers of lines that cannot be read, from 1
 */
public record InviteList(List<Person> people, List<Integer> wrong) {
    public static final int MOST = 5_000;

    public InviteList {
        people = List.copyOf(people);
        wrong = List.copyOf(wrong);
    }

    /** One of them. */
    public record Person(MailAddress email, AccountRole role, Locale language) {}

    /**
     * @param otherwise the language of those for whom none is given
     * @throws RefusedException when there are more lines than are taken at once
     */
    public static InviteList parse(String text, Locale otherwise) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        if (lines.size() > MOST) {
            throw new RefusedException("too-many", Integer.toString(MOST));
        }
        List<Person> people = new ArrayList<>();
        List<Integer> wrong = new ArrayList<>();
        Set<MailAddress> known = new HashSet<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            boolean isHeading = number == 1 && !line.contains("@");
            if (line.isBlank() || isHeading) {
                continue;
            }
            Optional<Person> person = person(line, otherwise);
            if (person.isEmpty()) {
                wrong.add(number);
            } else if (known.add(person.get().email())) {
                people.add(person.get());
            }
        }
        return new InviteList(people, wrong);
    }

    private static Optional<Person> person(String line, Locale otherwise) {
        List<String> cells = List.of(line.split("[,;\t]", -1)).stream()
                .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
                .toList();
        Optional<AccountRole> role = role(cells.size() > 1 ? cells.get(1) : "");
        Optional<Locale> language = language(cells.size() > 2 ? cells.get(2) : "", otherwise);
        if (role.isEmpty() || language.isEmpty() || cells.size() > 3) {
            return Optional.empty();
        }
        return MailAddress.parse(cells.getFirst()).map(email -> new Person(email, role.get(), language.get()));
    }

    private static Optional<AccountRole> role(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "user" -> Optional.of(AccountRole.USER);
            case "external" -> Optional.of(AccountRole.EXTERNAL);
            case "admin" -> Optional.of(AccountRole.ADMIN);
            default -> Optional.empty();
        };
    }

    private static Optional<Locale> language(String text, Locale otherwise) {
        if (text.isEmpty()) {
            return Optional.of(otherwise);
        }
        String tag = text.toLowerCase(Locale.ROOT);
        return InstanceRules.ALL_LANGUAGES.contains(tag) ? Optional.of(Locale.of(tag)) : Optional.empty();
    }
}
