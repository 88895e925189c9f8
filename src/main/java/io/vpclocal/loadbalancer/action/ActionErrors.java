package io.vpclocal.loadbalancer.action;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.protocol.AwsException;
import java.util.List;

/** AWS's errors about actions. */
public final class ActionErrors {

    private ActionErrors() {}

    public static AwsException oneAction() {
        return ElbErrors.validation("You must specify exactly one default action");
    }

    /** Recorded from AWS. */
    public static AwsException actionType(String type, LoadBalancerType of) {
        return notValid("The action type '" + type + "' is not valid with " + of.wire() + " load balancer");
    }

    /** Our guess. */
    static AwsException orders() {
        return ElbErrors.validation("Each action must have a different order");
    }

    /** Recorded from AWS. */
    static AwsException orderNeeded() {
        return ElbErrors.validation("When you specify multiple actions, you must specify an order for each action");
    }

    /** Recorded from AWS. */
    static AwsException lastAction(String type) {
        return notValid("An action of type '" + type + "' must have a higher order than all other actions");
    }

    /** Recorded from AWS. */
    static AwsException together(List<String> types) {
        return notValid("Action types '" + String.join(",", types) + "' cannot be specified together");
    }

    /** Our guess. */
    static AwsException noLastAction() {
        return notValid("The last action must be of type 'forward', 'redirect' or 'fixed-response'");
    }

    /** Recorded from AWS. */
    static AwsException httpsOnly(String type) {
        return notValid("Actions of type '" + type + "' are supported only on HTTPS listeners.");
    }

    /** Recorded from AWS. */
    static AwsException configNeeded(String type, String config) {
        return notValid("For actions of type '" + type + "', you must specify the following fields: '" + config + "'");
    }

    /** Recorded from AWS. */
    static AwsException stickinessDuration() {
        return ElbErrors.validation("Target group stickiness duration must be between 1 and 604800 seconds");
    }

    /** Recorded from AWS. */
    static AwsException stickinessDurationNeeded() {
        return ElbErrors.validation("You must provide a duration when enabling target group stickiness");
    }

    /** Recorded from AWS. */
    public static AwsException stickinessNotFor(LoadBalancerType type) {
        return notValid("Target group stickiness duration cannot be configured on load balancers of type '"
                + type.wire() + "'");
    }

    /** Recorded from AWS. */
    public static AwsException stickyTargetGroups() {
        return notValid("When configuring a rule with multiple target groups, none of them can have stickiness of type"
                + " 'app_cookie' enabled.");
    }

    /** Recorded from AWS, which says 1 though the least weight is 0. */
    static AwsException weight() {
        return ElbErrors.validation("The weight for the target group must be between 1 and 999, inclusive");
    }

    /** Recorded from AWS. */
    static AwsException weights() {
        return ElbErrors.validation("The weight for each target group must be between 0 and 999, inclusive");
    }

    /** Recorded from AWS. */
    static AwsException httpsToHttp() {
        return notValid("You cannot redirect HTTPS to HTTP.");
    }

    static AwsException targetGroupNeeded() {
        return ElbErrors.validation("A target group ARN must be specified");
    }

    /** Recorded from AWS. */
    static AwsException twoForwards() {
        return ElbErrors.validation(
                "You can specify both a target group list and a top-level target group ARN only if the ARNs match");
    }

    /** Recorded from AWS. */
    static AwsException tooManyTargetGroups(int most) {
        return new AwsException(
                "TooManyTargetGroups", "You cannot specify more than " + most + " target groups per action");
    }

    static AwsException twice(String targetGroupArn) {
        return ElbErrors.validation("Target group '" + targetGroupArn + "' was specified more than once");
    }

    /** Recorded from AWS. */
    static AwsException loop() {
        return notValid("The redirect configuration is not valid because it creates a loop.");
    }

    /** Recorded from AWS. */
    static AwsException contentType() {
        return notValid("The ContentType must be one of:'text/html', 'application/json', 'application/javascript',"
                + " 'text/css', 'text/plain'.");
    }

    static AwsException notValid(String text) {
        return new AwsException("InvalidLoadBalancerAction", text);
    }
}
