package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import plenum.policy.Policy;
import plenum.policy.SuiteModule;

/** Which parts of the suite this server has, for the links of pages. */
@Named
@ApplicationScoped
public class SuitePanel {
    @Inject
    Policy policy;

    public boolean has(SuiteModule module) {
        return policy.has(module);
    }
}
