package io.vpclocal.compute.volume;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** AWS's errors about volumes. Texts without a source are our guess. */
final class VolumeErrors {

    private VolumeErrors() {}

    static AwsException unknownType(String type) {
        return Ec2Errors.invalidValue("volumeType", type, "Expecting standard, gp2, gp3, io1, io2, st1 or sc1.");
    }

    static AwsException size(String type, int gib, int least, int most) {
        String bound = gib < least ? "at least " + least : "at most " + most;
        return new AwsException(
                "InvalidParameterValue",
                "Volume of " + gib + "GiB is invalid for volume type " + type + "; it must be " + bound + "GiB.");
    }

    static AwsException iops(String type, int iops, int least, int most) {
        String bound = iops < least ? "minimum of " + least : "maximum of " + most;
        return new AwsException(
                "InvalidParameterValue",
                "Volume iops of " + iops + " is out of range for " + type + ": " + bound + ".");
    }

    /** Reported by users. */
    static AwsException iopsRatio(double ratio, int most) {
        return new AwsException(
                "InvalidParameterValue",
                String.format(
                        Locale.ROOT, "Iops to volume size ratio of %.6f is too high; maximum is %.6f.", ratio, (double)
                                most));
    }

    /** The text of AWS as its CDK and others repeat it. */
    static AwsException throughputRatio(double ratio, double most) {
        return new AwsException(
                "InvalidParameterValue",
                String.format(
                        Locale.ROOT,
                        "Throughput (MiBps) to iops ratio of %.6f is too high; maximum is %.6f MiBps per iops.",
                        ratio,
                        most));
    }

    static AwsException iopsNotSupported(String type) {
        return new AwsException(
                "InvalidParameterCombination", "The parameter iops is not supported for " + type + " volumes.");
    }

    static AwsException iopsMissing(String type) {
        return new AwsException(
                "MissingParameter", "The request must contain the parameter iops for " + type + " volumes");
    }

    static AwsException throughputNotSupported(String type) {
        return new AwsException(
                "InvalidParameterCombination", "The parameter throughput is not supported for " + type + " volumes.");
    }

    static AwsException throughput(int throughput, int least, int most) {
        return Ec2Errors.invalidValue("throughput", throughput, "Expecting " + least + " to " + most + " MiB/s.");
    }

    /** Recorded from AWS: CreateVolume. */
    static AwsException sizeMissing() {
        return new AwsException("MissingParameter", "The request must contain the parameter size/snapshot");
    }

    static AwsException smallerThanSnapshot(int gib, String snapshot, int least) {
        return new AwsException(
                "InvalidBlockDeviceMapping",
                "Volume of size " + gib + "GB is smaller than snapshot '" + snapshot + "', expect size >= " + least
                        + "GB");
    }

    static AwsException keyWithoutEncryption() {
        return Ec2Errors.requires("KmsKeyId", "Encrypted");
    }

    /** Reported by users. */
    static AwsException deviceName(String name) {
        return Ec2Errors.invalidValue("device", name, name + " is not a valid EBS device name.");
    }

    static AwsException inUse(String id, String instanceId) {
        return new AwsException("VolumeInUse", "Volume " + id + " is currently attached to " + instanceId);
    }

    static AwsException smaller() {
        return new AwsException("InvalidParameterValue", "New size cannot be smaller than existing size");
    }

    static AwsException nothingToModify() {
        return new AwsException("InvalidParameterValue", "No new parameters were specified.");
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
                "InvalidParameterValue",
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
