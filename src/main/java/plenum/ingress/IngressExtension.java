package plenum.ingress;

import io.undertow.security.api.AuthenticationMode;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.time.Clock;

/** Puts the handlers of {@link Ingress} before those of the servlet container. Undertow finds it by {@code META-INF/services}. */
public final class IngressExtension implements ServletExtension {
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        // the container authenticates where it is asked to, at one address of ours; otherwise it would have answered
        // before it is asked
        deployment.setAuthenticationMode(AuthenticationMode.CONSTRAINT_DRIVEN);
        deployment.setExceptionHandler(new RequestFailures(Clock.systemUTC()));
        // wraps at the end of the start, when beans are there
        deployment.addInitialHandlerChainWrapper(
                next -> CDI.current().select(Ingress.class).get().before(next));
    }
}
