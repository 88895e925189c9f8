package io.vpclocal.analysis.path;

import io.vpclocal.protocol.AwsException;

/**
 * Errors of paths and analyses. The codes are those that the providers of CloudFormation and Terraform handle. The
 * texts are our guess except where noted.
 */
final class PathErrors {

    private PathErrors() {}

    /** Recorded from AWS. */
    static AwsException noDestination() {
        return new AwsException(
                "MissingParameter",
                "The request must include either the Destination parameter or the FilterAtSource.DestinationAddress"
                        + " parameter. Add the required parameter and retry the request.");
    }

    static AwsException noSuchSource(String source) {
        return new AwsException("NetworkInsightsSource.NotFound", "The source '" + source + "' does not exist");
    }

    static AwsException noSuchDestination(String destination) {
        return new AwsException(
                "NetworkInsightsDestination.NotFound", "The destination '" + destination + "' does not exist");
    }

    static AwsException notASide(String parameter, String value) {
        return invalid(
                parameter,
                value,
                "Expecting the ID or ARN of an instance, internet gateway, network interface, transit gateway, VPC"
                        + " endpoint, VPC endpoint service, VPC peering connection, or VPN gateway");
    }

    static AwsException otherRegion(String parameter, String value) {
        return invalid(parameter, value, "The source and the destination must be in the Region of the request");
    }

    static AwsException notAnAddress(String parameter, String value) {
        return invalid(parameter, value, "Expecting an IPv4 address");
    }

    static AwsException notAPort(String parameter, int value) {
        return invalid(parameter, String.valueOf(value), "Expecting a value from 0 to 65535");
    }

    static AwsException emptyRange(String parameter, int from, int to) {
        return invalid(parameter, from + "-" + to, "FromPort must not be greater than ToPort");
    }

    static AwsException combined(String one, String other) {
        return new AwsException(
                "InvalidParameterCombination",
                "The parameter " + one + " cannot be used with the parameter " + other + ".");
    }

    static AwsException notAnArn(String parameter, String value) {
        return invalid(parameter, value, "Expecting the ARN of a resource");
    }

    static AwsException notAnAccount(String value) {
        return invalid("additionalAccount", value, "Expecting an account ID of 12 digits");
    }

    static AwsException inAndOut(String arn) {
        return new AwsException(
                "InvalidParameterCombination", "The resource " + arn + " cannot be filtered both in and out.");
    }

    /** The codes of exceeded quotas are our guess. */
    static final String TOO_MANY_PATHS = "NetworkInsightsPath.LimitExceeded";

    static final String TOO_MANY_ANALYSES = "NetworkInsightsAnalysis.LimitExceeded";

    static AwsException analysisExists(String pathId) {
        return new AwsException(
                "AnalysisExistsForNetworkInsightsPath",
                "The network insights path '" + pathId
                        + "' has analyses and cannot be deleted. Delete its analyses first.");
    }

    private static AwsException invalid(String parameter, String value, String reason) {
        return new AwsException(
                "InvalidParameterValue",
                "Value (" + value + ") for parameter " + parameter + " is invalid. " + reason + ".");
    }
}
