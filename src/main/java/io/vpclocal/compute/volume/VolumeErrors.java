package io.vpclocal.compute.volume;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** AWS's errors about volumes. Texts without a source are our guess. */
final class VolumeErrors {

    private static final String INVALID_VALUE = "InvalidParameterValue";
    private static final String COMBINATION = "InvalidParameterCombination";

    private VolumeErrors() {}

    /** The code is AWS's (EC2 API Reference, error codes). */
    static AwsException unknownType(String type) {
        return new AwsException("UnknownVolumeType", "Unsupported volume type '" + type + "' for volume creation.");
    }

    /** This and the next are recorded from AWS. */
    static AwsException tooSmall(String type, int gib, int least) {
        return new AwsException(
                INVALID_VALUE,
                "The volume size is invalid for " + type + " volumes: " + gib + " GiB. " + type
                        + " volumes must be at least " + least
                        + " GiB in size. Please specify a volume size above the minimum limit.");
    }

    static AwsException tooLarge(String type, int gib, int most) {
        return new AwsException(
                INVALID_VALUE,
                "Volume of " + gib + "GiB is too large for volume type " + type + "; maximum is " + most + "GiB");
    }

    /** Quoted by AWS's CSI driver, which reads the limits from this text and the next but one. */
    static AwsException beyondIo2() {
        return new AwsException(
                COMBINATION,
                "io2 volumes configured with greater than 64 TiB or 256K IOPS or 1000:1 IOPS:GB ratio are not"
                        + " supported");
    }

    static AwsException iopsTooLow(int iops, int least) {
        return new AwsException(INVALID_VALUE, "Volume iops of " + iops + " is too low; minimum is " + least + ".");
    }

    static AwsException iopsTooHigh(int iops, int most) {
        return new AwsException(INVALID_VALUE, "Volume iops of " + iops + " is too high; maximum is " + most + ".");
    }

    /** Reported by users. */
    static AwsException iopsRatio(double ratio, int most) {
        return new AwsException(
                INVALID_VALUE,
                String.format(
                        Locale.ROOT, "Iops to volume size ratio of %.6f is too high; maximum is %d", ratio, most));
    }

    /** Reported by users of launches. */
    static AwsException throughputRatio(double ratio, double most) {
        return new AwsException(
                INVALID_VALUE,
                String.format(
                        Locale.ROOT,
                        "Throughput (MiBps) to iops ratio of %.6f is too high; maximum is %.6f MiBps per iops",
                        ratio,
                        most));
    }

    /** This and the next are recorded from AWS. */
    static AwsException iopsNotSupported(String type) {
        return new AwsException(COMBINATION, "The parameter iops is not supported for " + type + " volumes.");
    }

    static AwsException iopsMissing(String type) {
        return new AwsException(COMBINATION, "The parameter iops must be specified for " + type + " volumes.");
    }

    /** Quoted by a linter of templates that compares itself with AWS. */
    static AwsException throughputNotSupported(String type) {
        return new AwsException(COMBINATION, "The throughput parameter is not supported for " + type + " volumes.");
    }

    /** Reported by users of launches. */
    static AwsException mappingWithThroughput() {
        return new AwsException(COMBINATION, "throughput can only be specified for volumeType gp3.");
    }

    /** UNVERIFIED: the end. */
    static AwsException throughputTooHigh(int throughput, int most) {
        return new AwsException(
                INVALID_VALUE, "Volume throughput of " + throughput + " is too high; maximum is " + most + ".");
    }

    /** Recorded from AWS: CreateVolume. */
    static AwsException sizeMissing() {
        return new AwsException("MissingParameter", "The request must contain the parameter size/snapshot");
    }

    /** Recorded from AWS: RunInstances. */
    static AwsException mappingWithoutSize() {
        return new AwsException("MissingParameter", "The request must contain the parameter size or snapshotId");
    }

    /** Reported by users. */
    static AwsException otherRootSnapshot() {
        return new AwsException("InvalidBlockDeviceMapping", "snapshotId cannot be modified on root device");
    }

    static AwsException smallerThanSnapshot(int gib, String snapshot, int least) {
        return new AwsException(
                "InvalidBlockDeviceMapping",
                "Volume of size " + gib + "GB is smaller than snapshot '" + snapshot + "', expect size >= " + least
                        + "GB");
    }

    /** The text is recorded from AWS. */
    static AwsException keyWithoutEncryption() {
        return Ec2Errors.requires("[KmsKeyId]", "Encrypted");
    }

    /** Reported by users. */
    static AwsException deviceName(String name) {
        return Ec2Errors.invalidValue("device", name, name + " is not a valid EBS device name.");
    }

    static AwsException inUse(String id, String instanceId) {
        return new AwsException("VolumeInUse", "Volume " + id + " is currently attached to " + instanceId);
    }

    static AwsException smaller() {
        return new AwsException(INVALID_VALUE, "New size cannot be smaller than existing size");
    }

    static AwsException nothingToModify() {
        return new AwsException(INVALID_VALUE, "No new parameters were specified.");
    }

    static AwsException attached(String id) {
        return new AwsException("VolumeInUse", id + " is already attached to an instance");
    }

    static AwsException otherZone(String id, String instanceId) {
        return new AwsException(
                "InvalidVolume.ZoneMismatch",
                "The volume '" + id + "' is not in the same availability zone as instance '" + instanceId + "'");
    }

    static AwsException deviceTaken(String device) {
        return new AwsException(
                INVALID_VALUE,
                "Invalid value '" + device + "' for unixDevice. Attachment point " + device + " is already in use");
    }

    static AwsException available(String id) {
        return new AwsException("IncorrectState", "Volume '" + id + "' is in the 'available' state.");
    }

    static AwsException noSuchAttachment(String id, @Nullable String instanceId, @Nullable String device) {
        return new AwsException(
                "InvalidAttachment.NotFound",
                "Volume '" + id + "' is not attached to instance '" + instanceId + "' as device '" + device + "'");
    }

    static AwsException rootVolume(String id, String instanceId) {
        return new AwsException(
                "OperationNotPermitted",
                "Unable to detach root volume '" + id + "' from instance '" + instanceId + "'");
    }

    static AwsException unknownZone(String zone) {
        return new AwsException("InvalidZone.NotFound", "The zone '" + zone + "' does not exist.");
    }
}
