package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.account.AccountSearch;
import plenum.account.AccountSearch.Column;
import plenum.account.AccountSearch.Order;
import plenum.account.Groups;
import plenum.account.Invitations;
import plenum.audit.AuditSearch;
import plenum.brand.Brand;
import plenum.brand.Branding;
import plenum.conference.Conferences;
import plenum.drive.Drives;
import plenum.drive.Targets;
import plenum.job.JobBoard;
import plenum.mail.MailBoard;
import plenum.media.MediaFleet;
import plenum.openid.OpenIdProviders;
import plenum.policy.Policy;
import plenum.recording.RecordingBoard;
import plenum.scim.ScimTokens;
import plenum.storage.StorageCare;

/** What the console shows, as text for the command line: one thing a line, its cells separated by tabs. */
@ApplicationScoped
public class AdminTables {
    private static final int MOST = 500;

    @Inject
    AccountSearch accounts;

    @Inject
    Groups groups;

    @Inject
    Invitations invitations;

    @Inject
    Conferences conferences;

    @Inject
    MediaFleet fleet;

    @Inject
    Policy policy;

    @Inject
    Branding branding;

    @Inject
    MailBoard mail;

    @Inject
    JobBoard jobs;

    @Inject
    AuditSearch audit;

    @Inject
    Drives drives;

    @Inject
    Targets targets;

    @Inject
    StorageCare care;

    @Inject
    RecordingBoard recordings;

    @Inject
    ScimTokens programs;

    @Inject
    OpenIdProviders providers;

    List<String> names() {
        return List.of(
                "audit",
                "brand",
                "damages",
                "drives",
                "groups",
                "invitations",
                "jobs",
                "mail",
                "media",
                "meetings",
                "plans",
                "providers",
                "recordings",
                "rules",
                "scim",
                "targets",
                "users");
    }

    /** @param words which ones, where there can be many */
    String text(String name, String words) {
        Map<String, Function<String, Stream<List<?>>>> tables = Map.of(
                "users", this::users,
                "audit", this::audit,
                "groups", any -> groups(),
                "invitations",
                        any -> invitations.open(0, MOST).stream()
                                .map(open -> List.of(open.email(), open.role(), open.until())),
                "meetings",
                        any -> conferences.glimpses().stream()
                                .map(live -> List.of(live.code(), live.name(), live.people(), live.since())),
                "media",
                        any -> fleet.servers().stream()
                                .map(server -> List.of(
                                        server.url(),
                                        server.up() ? "up" : "down",
                                        server.drained() ? "drained" : "in use",
                                        server.rooms())),
                "plans",
                        any -> policy.plans().stream()
                                .map(plan -> List.of(
                                        plan.key(),
                                        plan.name(),
                                        plan.abilities(),
                                        plan.people(),
                                        plan.storageMegabytes())),
                "rules",
                        any -> RuleNames.all().stream()
                                .map(rule -> List.of(rule, PolicyActions.value(policy.rules(), rule))),
                "brand",
                        any -> Stream.of(Brand.Item.values())
                                .map(item -> List.of(
                                        item, branding.brand().text(item).orElse(""))),
                "mail", any -> Stream.of(MailBoard.State.values()).flatMap(this::mail));
        Optional<Stream<List<?>>> stored = ofStorage(name);
        if (stored.isPresent()) {
            return lines(stored.get());
        }
        if (name.equals("scim")) {
            return lines(programs());
        }
        if (name.equals("providers")) {
            return lines(providers());
        }
        return lines(Objects.requireNonNull(tables.get(name)).apply(words));
    }

    private Optional<Stream<List<?>>> ofStorage(String name) {
        return switch (name) {
            case "jobs" -> Optional.of(jobs());
            case "drives" ->
                Optional.of(drives.overview(0, MOST).stream()
                        .map(drive -> List.of(
                                drive.space().id(),
                                drive.owner(),
                                drive.space().kind(),
                                drive.files(),
                                drive.space().used())));
            case "targets" ->
                Optional.of(targets.all().stream()
                        .map(target -> List.of(target.id(), target.place().kind(), target.name())));
            case "damages" ->
                Optional.of(
                        care.damages(MOST).stream().map(found -> List.of(found.object(), found.reason(), found.at())));
            case "recordings" ->
                Optional.of(recordings.entries(Optional.empty(), 0, MOST).stream()
                        .map(entry -> List.of(
                                entry.id(),
                                entry.state(),
                                entry.owner(),
                                entry.meeting(),
                                entry.startedAt(),
                                entry.bytes(),
                                entry.trouble())));
            default -> Optional.empty();
        };
    }

    private Stream<List<?>> users(String words) {
        return accounts
                .find(
                        new AccountSearch.Wanted(words, Optional.empty(), Optional.empty(), Optional.empty()),
                        new Order(Column.EMAIL, true),
                        0,
                        MOST)
                .stream()
                .map(found -> List.of(
                        found.account().email(),
                        found.account().name(),
                        found.account().role(),
                        found.account().state(),
                        found.plan().orElse("-"),
                        String.join(",", found.groups())));
    }

    private Stream<List<?>> audit(String words) {
        return audit
                .find(new AuditSearch.Wanted(words, Optional.empty(), Optional.empty(), Optional.empty()), 0, MOST)
                .stream()
                .map(line -> List.of(
                        line.at(),
                        line.actorName(),
                        line.action(),
                        line.subject().orElse(""),
                        line.before().orElse(""),
                        line.after().orElse("")));
    }

    private Stream<List<?>> mail(MailBoard.State state) {
        return mail.entries(state, 0, MOST).stream()
                .map(entry -> List.of(
                        entry.id(),
                        entry.state(),
                        entry.at(),
                        entry.recipient(),
                        entry.subject(),
                        entry.error().orElse("")));
    }

    private Stream<List<?>> groups() {
        Map<String, String> plans = policy.groupPlans();
        return groups.all().stream()
                .map(group -> List.of(group.name(), group.members(), plans.getOrDefault(group.name(), "-")));
    }

    private Stream<List<?>> programs() {
        return programs.all().stream()
                .map(program -> List.of(
                        program.label(),
                        program.createdAt(),
                        program.usedAt().map(Object::toString).orElse("-")));
    }

    private Stream<List<?>> providers() {
        return providers.known().stream()
                .map(known -> List.of(
                        known.provider().id(),
                        known.on() ? "on" : "off",
                        known.configured() ? "configuration" : "console",
                        known.provider().label(),
                        known.provider().issuer(),
                        known.provider().client()));
    }

    private Stream<List<?>> jobs() {
        return Stream.concat(
                jobs.waiting(0, MOST).stream()
                        .map(job ->
                                List.of("-", job.kind(), job.id(), job.running() ? "running" : "waiting", job.due())),
                jobs.failed(0, MOST).stream()
                        .map(job -> List.of(job.number(), job.kind(), job.id(), "failed", job.error())));
    }

    private static String lines(Stream<List<?>> rows) {
        return rows.map(row -> row.stream()
                        .map(cell -> String.valueOf(cell).replaceAll("[\\t\\n\\r]", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }
}
