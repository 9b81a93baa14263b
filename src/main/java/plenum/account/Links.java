package plenum.account;

import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/** The URLs of links that work once. The token is in the fragment, which browsers do not send: it appears in no log and no Referer. */
final class Links {
    private Links() {}

    static String page(SiteAddress site, SecretToken token) {
        return site.page("/link#" + token.text());
    }
}
