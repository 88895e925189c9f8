package io.vpclocal.identity.policy;

import java.util.List;
import java.util.Locale;

/** The actions of trust policies. */
final class TrustActions {

    static final String REFUSED = "AssumeRole policy may only specify STS AssumeRole actions.";

    private static final List<String> ALLOWED = List.of(
            "sts:AssumeRole",
            "sts:AssumeRoleWithSAML",
            "sts:AssumeRoleWithWebIdentity",
            "sts:TagSession",
            "sts:SetSourceIdentity",
            "sts:SetContext");

    private static final List<String> OTHERS = List.of(
            "sts:AssumeRoot",
            "sts:DecodeAuthorizationMessage",
            "sts:GetAccessKeyInfo",
            "sts:GetCallerIdentity",
            "sts:GetFederationToken",
            "sts:GetServiceBearerToken",
            "sts:GetSessionToken");

    private TrustActions() {}

    /** True if the value covers an action of trust policies, in any case. */
    static boolean any(String value) {
        return covers(value, ALLOWED);
    }

    /**
     * True if IAM saves the value. Recorded: names have AWS's case, and {@code sts:*} is refused. Our guess: because it covers
     * other actions too.
     */
    static boolean savable(String value) {
        boolean pattern = value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
        return pattern ? any(value) && !covers(value, OTHERS) : ALLOWED.contains(value);
    }

    private static boolean covers(String value, List<String> names) {
        ActionPattern action = new ActionPattern(value);
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(action::covers);
    }
}
