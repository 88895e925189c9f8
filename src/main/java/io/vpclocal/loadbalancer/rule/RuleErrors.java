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

    /** Recorded from AWS. */
    static AwsException field(String field, Collection<String> allowed) {
        return ElbErrors.validation(
                "Condition field '" + field + "' must be one of '" + String.join(",", allowed) + "'");
    }

    /** Recorded from AWS. */
    static AwsException conditionNeeded() {
        return ElbErrors.validation("A condition must be specified");
    }

    /** Recorded from AWS. */
    static AwsException fieldTwice(String field) {
        return ElbErrors.validation("A rule can only have one '" + field + "' condition");
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

    /** Recorded from AWS, for path patterns. */
    static AwsException configNeeded(String field, String config) {
        return ElbErrors.validation(
                "For conditions of type '" + field + "', you must specify the following fields: '" + config + "'");
    }

    /** Recorded from AWS. */
    static AwsException oneKindOfValues(String config) {
        return ElbErrors.validation(
                "You must provide exactly one of the following: ['Values' 'RegexValues'] for config of type '" + config
                        + "'");
    }

    /** Recorded from AWS. */
    static AwsException valueTooLong(String field, int most) {
        return ElbErrors.validation(
                "Condition value for '" + field + "' cannot contain more than " + most + " characters");
    }

    /** Recorded from AWS. */
    static AwsException hostAsHeader() {
        return ElbErrors.validation("You cannot specify 'host' as an HTTP header name");
    }

    /** Recorded from AWS. */
    static AwsException notACidr(String text) {
        return ElbErrors.validation("The specified value '" + text + "' is not a valid CIDR block");
    }

    /** Recorded from AWS, for host headers and methods. */
    static AwsException notValid(String value) {
        return ElbErrors.validation("Condition value '" + value + "' contains a character that is not valid");
    }

    static AwsException queryValueNeeded() {
        return ElbErrors.validation("A 'Value' must be specified in 'QueryStringKeyValuePair'");
    }

    /** Recorded from AWS. */
    static AwsException tooManyValues() {
        return ElbErrors.validation(
                "A rule can only have '" + ElbLimits.CONDITION_VALUES_PER_RULE + "' condition values and regex values");
    }

    /** Our guess. */
    static AwsException tooManyWildcards() {
        return ElbErrors.validation(
                "A rule can only have '" + ElbLimits.CONDITION_WILDCARDS_PER_RULE + "' wildcard characters");
    }
}
