package plenum.account;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;

/** On a server that has other applications, too, Plenum is at a path: people register there by mail, sign in, create a meeting and meet. */
@Tag("account")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UnderAPathIT {
    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.at("plenum.war");
    }

    @Test
    void peopleRegisterSignInCreateAndMeet() {
        new Newcomer(Deployments.site(), "/plenum", "path@example.org")
                .registerSignInAndMeet(Integer.parseInt(System.getProperty("plenum.it.smtp.port")));
    }
}
