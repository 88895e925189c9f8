package io.vpclocal.flowlog.s3;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.s3.*}: the S3-compatible endpoint that flow logs are delivered to.
 *
 * @param endpoint the endpoint's URL; empty to deliver into directories
 * @param directory the parent directory of the buckets when no endpoint is set; empty for {@code s3} in the data
 *     directory, or for a temporary directory without a data directory
 * @param region the Region that requests are signed for
 * @param accessKeyId access key of the deliveries
 * @param secretAccessKey secret key of the deliveries
 */
@ConfigurationProperties("vpclocal.s3")
record S3Properties(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String directory,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("test") String accessKeyId,
        @DefaultValue("test") String secretAccessKey) {

    @Override
    public String toString() {
        return "S3Properties[endpoint=" + endpoint + ", region=" + region + ", accessKeyId=" + accessKeyId + "]";
    }
}
