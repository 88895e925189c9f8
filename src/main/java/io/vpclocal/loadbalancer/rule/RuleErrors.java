package io.vpclocal.loadbalancer.rule;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.protocol.AwsException;
import java.util.Collection;

/** AWS's errors about rules. */
final class RuleErrors {

    private RuleErrors() {}

    static AwsException arnsOrListener() {
        return ElbErrors.validation("You must specify either listener rule ARNs or a listener ARN");
    }

    static AwsException arnsAndListener() {
        return ElbErrors.validation("Listener rule ARNs and a listener ARN cannot be specified at the same time");
    }

    static AwsException nothingToModify() {
        return ElbErrors.validation("Either conditions or actions must be specified");
    }

    /** Recorded from AWS. */
    static AwsException priorityInUse(int priority) {
        return new AwsException("PriorityInUse", "Priority '" + priority + "' is currently in use");
    }

    static AwsException priorityTwice(int priority) {
        return ElbErrors.validation("Priority '" + priority + "' was provided multiple times");
    }

    /** Our guess. */
    static AwsException ruleTwice(String arn) {
        return ElbErrors.validation("Rule '" + arn + "' was provided multiple times");
    }

    /** Our guess. */
    static AwsException otherListener() {
        return ElbErrors.validation("All rules must belong to the same listener");
    }

    /** @param done {@code deleted}, {@code modified} or {@code reprioritized} */
    static AwsException defaultRule(String arn, String done) {
        return new AwsException("OperationNotPermitted", "Default rule '" + arn + "' cannot be " + done);
    }

    /** Our guess. */
    static AwsException notApplication() {
        return ElbErrors.invalidConfiguration("Rules are supported for listeners of Application Load Balancers only");
    }

    static AwsException tooMany() {
        return new AwsException("TooManyRules", "You have reached the maximum number of rules per load balancer");
    }

    static AwsException field(String field, Collection<String> allowed) {
        return ElbErrors.validation(
                "Condition field '" + field + "' must be one of '[" + String.join(",", allowed) + "]'");
    }

    /** Our guess. */
    static AwsException fieldTwice(String field) {
        return ElbErrors.validation("A rule can have one condition with the field '" + field + "' only");
    }

    static AwsException valueNeeded() {
        return ElbErrors.validation("A condition value must be specified");
    }

    static AwsException valuesNotFor(String field) {
        return ElbErrors.validation("The 'Values' field is not compatible with '" + field + "'");
    }

    static AwsException bothForms(String field, String config) {
        return ElbErrors.validation(
                "You cannot provide both Values and '" + config + "' for a condition of type '" + field + "'");
    }

    static AwsException configNeeded(String field, String config) {
        return ElbErrors.validation("A '" + config + "' must be specified with '" + field + "'");
    }

    static AwsException valueTooLong(String field, int most) {
        return ElbErrors.validation("The '" + field + "' value is too long; the limit is '" + most + "'");
    }

    static AwsException method() {
        return ElbErrors.validation("The 'http-request-method' value is invalid; the allowed characters are A-Z, hyphen"
                + " and underscore");
    }

    /** Our guess. */
    static AwsException notACidr(String text) {
        return ElbErrors.validation("The 'source-ip' value '" + text + "' must be in CIDR format");
    }

    /** Our guess. */
    static AwsException notValid(String field, String value) {
        return ElbErrors.validation("The '" + field + "' value '" + value + "' is not valid");
    }

    static AwsException queryValueNeeded() {
        return ElbErrors.validation("A 'Value' must be specified in 'QueryStringKeyValuePair'");
    }

    /** Recorded from AWS. */
    static AwsException tooManyValues() {
        return ElbErrors.validation(
                "A rule can only have '" + ElbLimits.CONDITION_VALUES_PER_RULE + "' condition values");
    }

    /** Our guess. */
    static AwsException tooManyWildcards() {
        return ElbErrors.validation(
                "A rule can only have '" + ElbLimits.CONDITION_WILDCARDS_PER_RULE + "' wildcard characters");
    }
}
