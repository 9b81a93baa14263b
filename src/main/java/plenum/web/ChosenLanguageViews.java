package plenum.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import plenum.policy.Policy;

/**
 * Chooses the language of each view: the one chosen in this browser, else that of the account, else the one that the browser asks for, of
 * those that are offered. Begins no session for that.
 */
public class ChosenLanguageViews extends ViewHandlerWrapper {

    public ChosenLanguageViews(ViewHandler wrapped) {
        super(wrapped);
    }

    /**
     * A view is stateless until its page says otherwise ({@code f:view transient}): what runs before the page is built, such as PrimeFaces'
     * content policy, keeps its notes with the view, and would begin a session for every guest.
     */
    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot root = super.createView(context, viewId);
        root.setTransient(true);
        return root;
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        Policy policy = CDI.current().select(Policy.class).get();
        Locale wanted = context.getExternalContext().getRequest() instanceof HttpServletRequest request
                ? Language.chosenIn(request)
                        .or(() -> Language.ofAccount(request))
                        .orElseGet(() -> super.calculateLocale(context))
                : super.calculateLocale(context);
        return Language.nearest(wanted, Language.offered(policy));
    }

    /** A page that says so has its forms sent to the address that the reader sees. */
    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Object own = context.getExternalContext().getRequestMap().get(DeskDoor.FORM_ADDRESS);
        return own == null ? super.getActionURL(context, viewId) : own.toString();
    }
}
