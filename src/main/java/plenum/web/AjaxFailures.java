package plenum.web;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles exceptions of Ajax requests: logs them and redirects to the error page, which the browser would otherwise not show. Exceptions of
 * ordinary requests are left to the container's error pages.
 */
public class AjaxFailures extends ExceptionHandlerFactory {

    public AjaxFailures(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new ToErrorPage(getWrapped().getExceptionHandler());
    }

    private static final class ToErrorPage extends ExceptionHandlerWrapper {
        private static final Logger log = LoggerFactory.getLogger(AjaxFailures.class);

        ToErrorPage(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() throws FacesException {
            FacesContext faces = FacesContext.getCurrentInstance();
            var events = getUnhandledExceptionQueuedEvents().iterator();
            if (events.hasNext() && forgetsUnknownView(faces)) {
                return;
            }
            if (!events.hasNext() || !faces.getPartialViewContext().isAjaxRequest()) {
                getWrapped().handle();
                return;
            }
            while (events.hasNext()) {
                ExceptionQueuedEvent event = events.next();
                log.error("a page's action failed", event.getContext().getException());
                events.remove();
            }
            ExternalContext external = faces.getExternalContext();
            try {
                if (!external.isResponseCommitted()) {
                    external.responseReset();
                    external.redirect(external.getRequestContextPath() + "/error/500");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
        }

        /** A form of a view that is not kept (any more): whoever has a session sees the page anew, anybody else made the form by hand. */
        private boolean forgetsUnknownView(FacesContext faces) {
            var events = getUnhandledExceptionQueuedEvents().iterator();
            if (!(events.next().getContext().getException() instanceof ViewExpiredException)) {
                return false;
            }
            events.remove();
            ExternalContext external = faces.getExternalContext();
            try {
                if (external.getSession(false) == null) {
                    external.setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
                } else {
                    Object own = external.getRequestMap().get(DeskDoor.FORM_ADDRESS);
                    external.redirect(
                            own == null
                                    ? external.getRequestContextPath() + external.getRequestServletPath()
                                    : own.toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
            return true;
        }
    }
}
