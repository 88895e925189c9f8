package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.value.Glob;
import java.util.Locale;

/**
 * One value of Action or NotAction, compared case-insensitively.
 *
 * <p>Source: AWS documentation, IAM User Guide, "IAM JSON policy elements: Action". Wildcards are supported only after
 * the service prefix, except for {@code *} alone. White space is not trimmed, so a padded name matches nothing.
 */
final class ActionPattern {

    private final String text;
    private final boolean everything;
    private final boolean exact;
    private final String service;
    private final char[] name;

    ActionPattern(String value) {
        this.text = value.toLowerCase(Locale.ROOT);
        this.everything = text.equals("*") || text.equals("*:*");
        int colon = text.indexOf(':');
        this.service = colon < 0 ? text : text.substring(0, colon);
        this.exact = text.indexOf('*') < 0 && text.indexOf('?') < 0;
        char[] pattern = Template.of(text.substring(colon + 1), true, false).constant();
        this.name = pattern == null ? new char[0] : pattern;
    }

    boolean matches(RequestContext request) {
        return everything || matches(request.lowerService(), request.lowerAction());
    }

    /** True if the value, other than {@code *}, matches this action, given in lower case. */
    boolean covers(String lowerAction) {
        return !everything && matches(lowerAction.substring(0, lowerAction.indexOf(':')), lowerAction);
    }

    private boolean matches(String lowerService, String lowerAction) {
        if (exact) {
            return lowerAction.equals(text);
        }
        return lowerService.equals(service)
                && lowerAction.length() > service.length()
                && Glob.matches(name, lowerAction, service.length() + 1, lowerAction.length());
    }
}
