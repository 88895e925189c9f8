package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.regex.Pattern;

/** The names that load balancers and target groups may have (Elastic Load Balancing API Reference). */
public final class ElbNames {

    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9-]*");
    private static final int LONGEST = 32;

    private ElbNames() {}

    /** Texts are recorded from AWS, except about a hyphen at the start. */
    public static String loadBalancer(String name) {
        String what = "The load balancer name '" + name + "' ";
        requireForm(name, what, "and");
        if (name.startsWith("-")) {
            throw ElbErrors.validation(what + "cannot begin with a hyphen(-)");
        }
        if (name.endsWith("-")) {
            throw ElbErrors.validation(what + "cannot end with a hyphen(-)");
        }
        if (name.startsWith("internal-")) {
            throw ElbErrors.validation(what + "cannot begin with 'internal-'");
        }
        return name;
    }

    /** Texts are recorded from AWS. */
    public static String targetGroup(String name) {
        requireForm(name, "Target group name '" + name + "' ", "or");
        if (name.startsWith("-") || name.endsWith("-")) {
            throw CommonErrors.constraint(
                    AwsService.ELB,
                    "targetGroupName",
                    name,
                    "Member must satisfy regular expression pattern: (?!^-)(?!.*-$)^[A-Za-z0-9-]+$");
        }
        return name;
    }

    private static void requireForm(String name, String what, String conjunction) {
        if (name.isEmpty()) {
            throw ElbErrors.validation(what + "cannot be empty");
        }
        if (name.length() > LONGEST) {
            throw ElbErrors.validation(what + "cannot be longer than '" + LONGEST + "' characters");
        }
        if (!ALPHANUMERIC.matcher(name).matches()) {
            throw ElbErrors.validation(what + "can only contain characters that are alphanumeric characters "
                    + conjunction + " hyphens(-)");
        }
    }
}
