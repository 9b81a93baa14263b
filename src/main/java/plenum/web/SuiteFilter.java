package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import plenum.policy.Policy;

/** To whomever it is: there is nothing at the addresses of a part of the suite that is switched off. */
public class SuiteFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Policy policy;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        if (SuiteAddresses.module(path).filter(module -> !policy.has(module)).isPresent()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
