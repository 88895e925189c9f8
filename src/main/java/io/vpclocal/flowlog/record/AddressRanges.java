package io.vpclocal.flowlog.record;

import java.util.Set;

/** The AWS address ranges that {@code pkt-src-aws-service} and {@code pkt-dst-aws-service} can name. */
public final class AddressRanges {

    /** AWS documentation, VPC User Guide: flow log records. */
    public static final Set<String> CODES = Set.of(
            "AMAZON",
            "AMAZON_APPFLOW",
            "AMAZON_CONNECT",
            "API_GATEWAY",
            "AURORA_DSQL",
            "CHIME_MEETINGS",
            "CHIME_VOICECONNECTOR",
            "CLOUD9",
            "CLOUDFRONT",
            "CLOUDFRONT_ORIGIN_FACING",
            "CODEBUILD",
            "DYNAMODB",
            "EBS",
            "EC2",
            "EC2_INSTANCE_CONNECT",
            "GLOBALACCELERATOR",
            "IVS_LOW_LATENCY",
            "IVS_REALTIME",
            "KINESIS_VIDEO_STREAMS",
            "MEDIA_PACKAGE_V2",
            "ROUTE53",
            "ROUTE53_HEALTHCHECKS",
            "ROUTE53_HEALTHCHECKS_PUBLISHING",
            "ROUTE53_RESOLVER",
            "S3",
            "WORKSPACES_GATEWAYS");

    private AddressRanges() {}
}
