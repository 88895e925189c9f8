package io.vpclocal.network.prefixlist;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import org.jspecify.annotations.Nullable;

/** AWS's errors about prefix lists. */
final class PrefixListErrors {

    private PrefixListErrors() {}

    static AwsException managedByAws(String id) {
        return new AwsException(
                "OperationNotPermitted", "The prefix list '" + id + "' is managed by AWS and cannot be changed.");
    }

    static AwsException sizeOutOfRange() {
        return new AwsException(
                "InvalidParameterValue", "Must specify a max size between 1 and " + PrefixListLimits.ENTRIES);
    }

    static AwsException tooManyInRequest() {
        return new AwsException(
                "InvalidParameterValue",
                "The number of entries per request cannot exceeds limit (" + PrefixListLimits.ENTRIES_PER_REQUEST
                        + ").");
    }

    static AwsException tooManyChanges() {
        return new AwsException(
                "InvalidParameterValue",
                "The request cannot contain more than " + PrefixListLimits.ENTRIES_PER_REQUEST
                        + " entry additions or removals.");
    }

    static AwsException full() {
        return new AwsException(
                "PrefixListMaxEntriesExceeded", "You've reached the maximum number of entries for the prefix list.");
    }

    static AwsException smallerThanContent(int entries) {
        return new AwsException(
                "InvalidParameterValue",
                "The maximum number of entries cannot be less than the number of entries in the prefix list (" + entries
                        + ").");
    }

    static AwsException addedAndRemoved(String cidr) {
        return new AwsException(
                "InvalidParameterValue",
                "Request cannot contain Cidr " + cidr + " in both AddPrefixListEntries and RemovePrefixListEntries");
    }

    static AwsException sizeAndEntries() {
        return new AwsException(
                "InvalidParameterCombination",
                "You cannot modify the entries and the maximum entries for the prefix list in the same request.");
    }

    static AwsException entryExists(String cidr) {
        return new AwsException("InvalidPrefixListModification", "The entry with CIDR " + cidr + " already exists.");
    }

    static AwsException entryMissing(String cidr) {
        return new AwsException("InvalidPrefixListModification", "The entry with CIDR " + cidr + " does not exist.");
    }

    static AwsException duplicateEntry(String cidr) {
        return new AwsException("InvalidParameterValue", "The request contains the CIDR " + cidr + " more than once.");
    }

    static AwsException versionMismatch() {
        return new AwsException("PrefixListVersionMismatch", "The prefix list has the incorrect version number.");
    }

    /** Recorded from AWS. */
    static AwsException versionNotPositive() {
        return new AwsException(
                "InvalidParameterValue",
                "The specified value for version is not valid. The value must be greater than (1).");
    }

    static AwsException versionUnknown(String id, long version) {
        return new AwsException(
                "InvalidParameterValue", "The prefix list '" + id + "' has no version " + version + ".");
    }

    /** This and the next two are recorded from AWS. */
    static AwsException wrongFamily(String cidr, String family) {
        return new AwsException(
                "InvalidParameterCombination",
                "An (" + family + ") prefix list cannot contain an (" + cidr + ") CIDR.");
    }

    static AwsException notACidr(@Nullable String text) {
        return new AwsException(
                "InvalidParameterValue",
                "The specified CIDR (" + text + ") is not valid. For example, specify a CIDR in the following form:"
                        + " 10.0.0.0/16.");
    }

    static AwsException moreThanMaximum() {
        return new AwsException(
                "InvalidParameterCombination",
                "The number of entries cannot be greater than the maximum number of entries");
    }

    static AwsException unknownFamily(String family) {
        return Ec2Errors.invalidValue("addressFamily", family, "Expecting IPv4 or IPv6.");
    }

    /** Recorded from AWS. */
    static AwsException nameReserved() {
        return new AwsException(
                "InvalidParameterValue",
                "The prefix list name cannot begin with (" + String.join(", ", PrefixListLimits.RESERVED_NAMES) + ").");
    }

    static AwsException nameTooLong() {
        return new AwsException(
                "InvalidParameterValue",
                "Prefix list names can have up to " + PrefixListLimits.NAME_LENGTH + " characters.");
    }

    static AwsException descriptionTooLong() {
        return new AwsException(
                "InvalidParameterValue",
                "Descriptions of entries can have up to " + PrefixListLimits.DESCRIPTION_LENGTH + " characters.");
    }
}
