package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;

/** EC2's errors for filters and page tokens. */
final class FilterErrors {

    private FilterErrors() {}

    static AwsException unknown(String name, boolean privateLink) {
        return privateLink
                ? new AwsException("InvalidFilter", "The filter " + name + " is invalid")
                : new AwsException("InvalidParameterValue", "The filter '" + name + "' is invalid");
    }

    static AwsException nameMissing() {
        return CommonErrors.missingParameter(AwsService.EC2, "Filter.Name");
    }

    static AwsException valuesMissing(String name) {
        return new AwsException("InvalidParameterValue", "The filter '" + name + "' has no values");
    }

    static AwsException tooManyFilters(int limit) {
        return new AwsException("FilterLimitExceeded", "The maximum number of filters is " + limit);
    }

    /** The text and both codes: reported by users of AWS. */
    static AwsException tooManyValues(int limit, boolean privateLink) {
        return new AwsException(
                privateLink ? "InvalidParameterValue" : "FilterLimitExceeded",
                "The maximum number of filter values specified on a single call is " + limit);
    }
}
