package plenum.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import plenum.audit.AuditAction;
import plenum.platform.SiteAddress;
import plenum.scim.ScimDirectory.Ref;
import plenum.scim.ScimDirectory.ScimGroup;

/** Groups for programs that provision them. Each change is a transaction, with its lines in the audit. */
@ApplicationScoped
@Transactional
public class ScimGroups implements ScimKind {
    @Inject
    ScimDirectory directory;

    @Inject
    ScimLog log;

    @Inject
    SiteAddress site;

    @Override
    public Page list(Optional<String> filter, int start, int most) {
        Optional<ScimFilter> asked = ScimFilter.ofGroups(filter.orElse(null));
        List<ObjectNode> found = directory.groups(asked, start - 1, most).stream()
                .map(id -> read(id.toString()))
                .toList();
        return new Page(found, directory.countGroups(asked));
    }

    @Override
    public ObjectNode read(String id) {
        return new ScimResources(site.page(ScimServlet.PATH)).group(group(id));
    }

    @Override
    public String create(String program, JsonNode json) {
        directory.takeTurn();
        ScimGroupForm form = ScimGroupForm.read(json);
        UUID id = directory
                .createGroup(form.name())
                .orElseThrow(() -> ScimException.taken("There is a group " + form.name() + " already."));
        directory.setExternalId(id, form.externalId());
        log.write(program, AuditAction.GROUP_CREATE, form.name(), Optional.empty(), "", "");
        setMembers(program, new ScimGroup(id, form.name(), form.externalId(), List.of()), form);
        return id.toString();
    }

    @Override
    public void change(String program, String id, Precondition ifMatch, UnaryOperator<ObjectNode> change) {
        directory.takeTurn();
        ObjectNode known = read(id);
        ifMatch.check(known);
        ScimGroup group = group(id);
        ScimGroupForm form = ScimGroupForm.read(change.apply(known.deepCopy()));
        if (!form.name().equals(group.name())) {
            if (!directory.renameGroup(group.id(), form.name())) {
                throw ScimException.taken("There is a group " + form.name() + " already.");
            }
            log.write(program, AuditAction.GROUP_RENAME, group.name(), Optional.empty(), group.name(), form.name());
        }
        directory.setExternalId(group.id(), form.externalId());
        setMembers(program, group, form);
    }

    private void setMembers(String program, ScimGroup group, ScimGroupForm form) {
        Set<UUID> wanted = form.members().orElse(Set.of());
        Set<UUID> now = group.members().stream().map(Ref::id).collect(Collectors.toSet());
        Set<UUID> more = new HashSet<>(wanted);
        more.removeAll(now);
        Set<UUID> gone = new HashSet<>(now);
        gone.removeAll(wanted);
        if (form.members().isEmpty() || (more.isEmpty() && gone.isEmpty())) {
            return;
        }
        if (directory.known(more).size() < more.size()) {
            throw ScimException.bad("invalidValue", "Somebody of members has no account.");
        }
        directory.addMembers(group.id(), more);
        directory.removeMembers(group.id(), gone);
        log.write(
                program,
                AuditAction.GROUP_MEMBERS,
                form.name(),
                Optional.empty(),
                Integer.toString(now.size()),
                Integer.toString(now.size() + more.size() - gone.size()));
    }

    @Override
    public void delete(String program, String id, Precondition ifMatch) {
        directory.takeTurn();
        ifMatch.check(read(id));
        ScimGroup group = group(id);
        directory.deleteGroup(group.id());
        log.write(program, AuditAction.GROUP_DELETE, group.name(), Optional.empty(), "", "");
    }

    private ScimGroup group(String id) {
        return ScimGroupForm.id(id).flatMap(directory::group).orElseThrow(() -> ScimException.missing("group " + id));
    }
}
