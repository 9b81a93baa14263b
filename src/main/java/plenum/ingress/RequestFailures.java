package plenum.ingress;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.ExceptionHandler;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Throttle;

/**
 * Logs the exceptions of requests: a few of each kind with all details, then only their number, so that a stranger cannot fill the log.
 * Nothing of the request is logged; its path may be the link of a meeting.
 */
final class RequestFailures implements ExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(RequestFailures.class);
    private static final int AT_ONCE = 3;

    private final Throttle traces;

    RequestFailures(InstantSource clock) {
        this.traces = new Throttle(AT_ONCE, Duration.ofMinutes(10), clock);
    }

    /** @return whether nobody is there any more to be answered */
    @Override
    public boolean handleThrowable(
            HttpServerExchange exchange, ServletRequest request, ServletResponse response, Throwable failure) {
        if (!exchange.getConnection().isOpen() || failure instanceof IOException) {
            log.debug("a request ended before its answer", failure);
            return !exchange.getConnection().isOpen();
        }
        if (traces.tryTake(kind(failure))) {
            log.error("a request failed; at most a few of this kind are told", failure);
        }
        return false;
    }

    /** Where it was thrown, however it is wrapped. */
    private static String kind(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        StackTraceElement[] frames = cause.getStackTrace();
        return cause.getClass().getName() + (frames.length == 0 ? "" : frames[0].toString());
    }
}
