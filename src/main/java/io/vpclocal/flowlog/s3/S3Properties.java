package io.vpclocal.flowlog.s3;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.s3.*}: the S3-compatible endpoint that flow logs are delivered to.
 *
 * @param endpoint its URL; empty to deliver into directories under the data directory
 * @param directory where buckets are directories if there is no endpoint; empty for {@code s3} in the data directory, or for
 *     one that is made for the life of the process
 * @param region the Region requests are signed for
 * @param accessKeyId of whoever delivers
 * @param secretAccessKey of whoever delivers
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
