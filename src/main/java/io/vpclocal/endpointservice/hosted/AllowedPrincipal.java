package io.vpclocal.endpointservice.hosted;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Caller;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A principal that may discover a service and connect to it (AWS PrivateLink Guide: "Manage permissions").
 *
 * @param text as in the request
 * @param type as in the API
 * @param account the account of the principals: twelve digits, {@code *} for all accounts, {@code -} for none
 */
record AllowedPrincipal(String text, String type, String account) {

    static final String EVERYBODY = "*";

    /** Organizations and AWS services do not call the emulator. */
    private static final String NOBODY = "-";

    private static final int LONGEST = 255;
    private static final String ACCOUNT = "Account";
    private static final String USER = "User";
    private static final String ROLE = "Role";

    private static final Pattern IDENTITY =
            Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):(?:(root)|(user|role)/([\\w+=,.@/-]*[\\w+=,.@-]))");
    private static final Pattern UNIT =
            Pattern.compile("arn:aws[a-z-]*:organizations::\\d{12}:ou/o-[a-z0-9]+/ou-[a-z0-9-]+");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(?:\\.cn)?");

    /** @throws AwsException {@code InvalidPrincipal} if the text is not a principal */
    static AllowedPrincipal of(String text) {
        if (text.equals(EVERYBODY)) {
            return new AllowedPrincipal(text, "All", EVERYBODY);
        }
        Matcher identity = IDENTITY.matcher(text);
        if (text.length() <= LONGEST && identity.matches()) {
            String type =
                    identity.group(2) != null ? ACCOUNT : identity.group(3).equals("user") ? USER : ROLE;
            return new AllowedPrincipal(text, type, identity.group(1));
        }
        if (text.length() <= LONGEST && UNIT.matcher(text).matches()) {
            return new AllowedPrincipal(text, "OrganizationUnit", NOBODY);
        }
        if (text.length() <= LONGEST && SERVICE.matcher(text).matches()) {
            return new AllowedPrincipal(text, "Service", NOBODY);
        }
        throw HostedErrors.invalidPrincipal(text);
    }

    boolean allows(Caller caller) {
        return switch (type) {
            case "All" -> true;
            case ACCOUNT -> caller.account().equals(account);
            case USER -> caller.arn().equals(text);
            case ROLE -> caller.account().equals(account) && caller.arn().contains(sessionsOfRole());
            default -> false;
        };
    }

    /** The ARN of a session contains its role without the path. */
    private String sessionsOfRole() {
        return ":assumed-role/" + text.substring(text.lastIndexOf('/') + 1) + "/";
    }
}
