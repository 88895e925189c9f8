package io.vpclocal.protocol;

/**
 * The account and Region of a resource. A resource is visible only there.
 *
 * @param account twelve digits
 * @param region a Region's name, such as {@code eu-west-1}
 */
public record Scope(String account, String region) {

    /** The partition of the Region: {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    public String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The ARN of a resource of this scope, for example {@code arn("ec2", "vpc/vpc-1")}. */
    public String arn(String service, String resource) {
        return "arn:" + partition() + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
