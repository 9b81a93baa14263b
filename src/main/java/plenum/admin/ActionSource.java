package plenum.admin;

import java.util.List;

/** Actions of one subject. A bean that implements this is found by itself. */
interface ActionSource {
    List<AdminAction> actions();
}
