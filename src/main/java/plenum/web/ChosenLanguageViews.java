package plenum.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Shows every view in the language the reader chose, else in the one the browser asks for. */
public class ChosenLanguageViews extends ViewHandlerWrapper {

    public ChosenLanguageViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return context.getExternalContext().getRequest() instanceof HttpServletRequest request
                ? Language.chosenIn(request).orElseGet(() -> super.calculateLocale(context))
                : super.calculateLocale(context);
    }
}
