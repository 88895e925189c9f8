package io.vpclocal.logs.delivery;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliverySource;
import software.amazon.awssdk.services.cloudwatchlogs.model.S3DeliveryConfiguration;

/**
 * What AWS fills in when a delivery is created without it. Recorded from AWS: access logs of CloudFront. The defaults of other
 * sources are not known.
 *
 * @param s3 for deliveries to S3
 */
record DeliveryDefaults(List<String> recordFields, S3DeliveryConfiguration s3) {

    private static final DeliveryDefaults CLOUDFRONT = new DeliveryDefaults(
            List.of("""
                    date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) \
                    cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol \
                    cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type \
                    cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte \
                    x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end""".split(" ")),
            S3DeliveryConfiguration.builder()
                    .suffixPath("AWSLogs/{account-id}/CloudFront/")
                    .enableHiveCompatiblePath(false)
                    .build());

    static Optional<DeliveryDefaults> of(DeliverySource source) {
        return source.service().equals("cloudfront") && source.logType().equals("ACCESS_LOGS")
                ? Optional.of(CLOUDFRONT)
                : Optional.empty();
    }
}
