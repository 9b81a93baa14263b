package plenum.account;

import java.io.IOException;
import java.util.List;
import org.jboss.as.arquillian.api.ServerSetupTask;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;

/** A realm of Elytron with two people, and what gives it to the deployments of the server; as an operator would configure it, with LDAP behind it. */
final class ElytronRealm implements ServerSetupTask {
    private static final String REALM = "/subsystem=elytron/filesystem-realm=people";

    private static final List<String> ADDED = List.of(
            REALM,
            "/subsystem=elytron/security-domain=people",
            "/subsystem=elytron/http-authentication-factory=people",
            "/subsystem=undertow/application-security-domain=other");

    @Override
    public void setup(ManagementClient client, String container) throws Exception {
        add(client, ADDED.get(0), "{\"path\":\"people-realm\",\"relative-to\":\"jboss.server.data.dir\"}");
        person(client, "ada", "staff");
        person(client, "root", "operators");
        person(client, "no address", "staff");
        add(client, ADDED.get(1), """
                {"realms":[{"realm":"people","role-decoder":"groups-to-roles"}],"default-realm":"people",
                 "permission-mapper":"default-permission-mapper"}""");
        add(client, ADDED.get(2), """
                {"security-domain":"people","http-server-mechanism-factory":"global",
                 "mechanism-configurations":[{"mechanism-name":"BASIC","mechanism-realm-configurations":[{"realm-name":"people"}]}]}""");
        add(client, ADDED.get(3), "{\"http-authentication-factory\":\"people\",\"override-deployment-config\":true}");
    }

    private static void person(ManagementClient client, String name, String role) throws IOException {
        run(client, REALM, "add-identity", "{\"identity\":\"" + name + "\"}");
        run(
                client,
                REALM,
                "set-password",
                "{\"identity\":\"" + name + "\",\"clear\":{\"password\":\"secret of " + name + "\"}}");
        run(
                client,
                REALM,
                "add-identity-attribute",
                "{\"identity\":\"" + name + "\",\"name\":\"groups\",\"value\":[\"" + role + "\"]}");
    }

    @Override
    public void tearDown(ManagementClient client, String container) throws Exception {
        for (String address : ADDED.reversed()) {
            run(client, address, "remove", "{}");
        }
    }

    private static void add(ManagementClient client, String address, String values) throws IOException {
        run(client, address, "add", values);
    }

    private static void run(ManagementClient client, String address, String operation, String values)
            throws IOException {
        ModelNode node = ModelNode.fromJSONString(values);
        node.get("operation").set(operation);
        ModelNode path = node.get("address").setEmptyList();
        for (String step : address.substring(1).split("/", -1)) {
            path.add(step.split("=", 2)[0], step.split("=", 2)[1]);
        }
        node.get("operation-headers", "allow-resource-service-restart").set(true);
        ModelNode answer = client.getControllerClient().execute(node);
        if (!"success".equals(answer.get("outcome").asString())) {
            throw new IllegalStateException(operation + " " + address + ": " + answer);
        }
    }
}
