package io.vpclocal.analysis.accessscope;

import io.vpclocal.protocol.AwsException;

/** Errors of access scopes. The texts are our guess. */
final class ScopeErrors {

    private ScopeErrors() {}

    static AwsException idsAndTypes() {
        return new AwsException(
                "InvalidParameterCombination",
                "A ResourceStatement can have either Resources or ResourceTypes, but not both.");
    }

    static AwsException emptyStatement(String what) {
        return new AwsException("MissingParameter", "A " + what + " must have at least one of its members.");
    }

    static AwsException emptyPath(String parameter) {
        return new AwsException(
                "MissingParameter", "Each " + parameter + " must have a Source, a Destination or ThroughResources.");
    }

    static AwsException listAndAddresses(String side) {
        return new AwsException(
                "InvalidParameterCombination",
                "A PacketHeaderStatement can have either " + side + "Addresses or " + side
                        + "PrefixLists, but not both.");
    }

    static AwsException notAType(String type) {
        return invalid("resourceType", type, "It is not a type of resource that can stand here");
    }

    static AwsException notAResource(String resource) {
        return invalid("resource", resource, "It is not the ID or ARN of a resource that can stand here");
    }

    static AwsException notABlock(String text) {
        return invalid("address", text, "Expecting an IPv4 address or CIDR block");
    }

    static AwsException notAPort(String text) {
        return invalid("port", text, "Expecting a port or a range of ports such as 80-443");
    }

    static AwsException notAPrefixList(String text) {
        return invalid("prefixList", text, "Expecting the ID or ARN of a prefix list");
    }

    static AwsException hasAnalyses(String id) {
        return new AwsException(
                "AnalysisExistsForNetworkInsightsAccessScope",
                "The network insights access scope '" + id
                        + "' has analyses and cannot be deleted. Delete its analyses first.");
    }

    static AwsException tooMany(String what, int most) {
        return new AwsException(what + ".LimitExceeded", "The maximum number (" + most + ") has been reached.");
    }

    private static AwsException invalid(String parameter, String value, String reason) {
        return new AwsException(
                "InvalidParameterValue",
                "Value (" + value + ") for parameter " + parameter + " is invalid. " + reason + ".");
    }
}
