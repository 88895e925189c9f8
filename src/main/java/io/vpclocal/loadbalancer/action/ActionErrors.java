package io.vpclocal.loadbalancer.action;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.protocol.AwsException;

/** AWS's errors about actions. */
public final class ActionErrors {

    private ActionErrors() {}

    public static AwsException oneAction() {
        return ElbErrors.validation("You must specify exactly one default action");
    }

    public static AwsException actionType(String type) {
        return notValid("The action type '" + type + "' is not valid with this load balancer");
    }

    /** Our guess. */
    static AwsException orders() {
        return ElbErrors.validation("Each action must have a different order");
    }

    /** Our guess. */
    static AwsException lastAction() {
        return notValid("The last action must be the only one of type 'forward', 'redirect' or 'fixed-response'");
    }

    /** Our guess. */
    static AwsException httpsOnly(String type) {
        return notValid("Actions of type '" + type + "' are supported for HTTPS listeners only");
    }

    /** Our guess. */
    static AwsException configNeeded(String type, String config) {
        return notValid("An action of type '" + type + "' must have the member '" + config + "'");
    }

    static AwsException targetGroupNeeded() {
        return ElbErrors.validation("A target group ARN must be specified");
    }

    static AwsException twoForwards() {
        return ElbErrors.validation(
                "You cannot specify both a target group ARN and a forward config with other target groups");
    }

    static AwsException tooManyTargetGroups(int most) {
        return new AwsException(
                "TooManyTargetGroups", "You can specify at most " + most + " target groups in a forward action");
    }

    static AwsException twice(String targetGroupArn) {
        return ElbErrors.validation("Target group '" + targetGroupArn + "' was specified more than once");
    }

    /** Recorded from AWS. */
    static AwsException loop() {
        return notValid("The redirect configuration is not valid because it creates a loop.");
    }

    /** Recorded from AWS by others. */
    static AwsException contentType() {
        return notValid("The ContentType must be one of:'text/html', 'application/json', 'application/javascript',"
                + " 'text/css', 'text/plain'");
    }

    static AwsException notValid(String text) {
        return new AwsException("InvalidLoadBalancerAction", text);
    }
}
