package io.vpclocal.control.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matches callers with a principal's ARN: a user, or every session of a role. */
final class PrincipalArns {

    private static final Pattern ROLE = Pattern.compile("arn:([^:]+):iam::(\\d{12}):role/(?:.*/)?([^/]+)");

    private PrincipalArns() {}

    static boolean means(String principal, String caller) {
        Matcher role = ROLE.matcher(principal);
        return caller.equals(principal)
                || (role.matches()
                        && caller.startsWith("arn:" + role.group(1) + ":sts::" + role.group(2) + ":assumed-role/"
                                + role.group(3) + "/"));
    }
}
