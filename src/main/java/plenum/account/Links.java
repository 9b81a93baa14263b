package plenum.account;

import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/** Links that let somebody do one thing once. The token is in the fragment, which browsers keep to themselves: in no log, and no Referer. */
final class Links {
    private Links() {}

    static String page(SiteAddress site, SecretToken token) {
        return site.page("/link#" + token.text());
    }
}
