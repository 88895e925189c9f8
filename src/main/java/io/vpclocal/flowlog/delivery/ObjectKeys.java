package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.subscription.Destination.Bucket;
import io.vpclocal.flowlog.subscription.FileLayout;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** The keys of files in S3 (AWS documentation, VPC User Guide: flow log files). */
final class ObjectKeys {

    private static final DateTimeFormatter DAY = format("yyyy/MM/dd/");
    private static final DateTimeFormatter HOUR = format("yyyy/MM/dd/HH/");
    private static final DateTimeFormatter HIVE_DAY = format("'year='yyyy/'month='MM/'day='dd/");
    private static final DateTimeFormatter HIVE_HOUR = format("'year='yyyy/'month='MM/'day='dd/'hour='HH/");
    private static final DateTimeFormatter STAMP = format("yyyyMMdd'T'HHmm'Z'");

    private ObjectKeys() {}

    /**
     * The key of one file. Equal arguments give equal keys.
     *
     * @param period the five minutes in which the records end
     * @param delivery the number of earlier deliveries for that period
     * @param part the number of the file within the delivery
     */
    static String key(FlowLogEntity flowLog, Bucket bucket, Instant period, long delivery, int part) {
        FileLayout layout = flowLog.layout();
        String prefix = bucket.prefix().isEmpty() ? "" : bucket.prefix() + "/";
        String owner =
                layout.hive() ? "aws-account-id=%s/aws-service=vpcflowlogs/aws-region=%s/" : "%s/vpcflowlogs/%s/";
        DateTimeFormatter date =
                layout.hive() ? (layout.hourly() ? HIVE_HOUR : HIVE_DAY) : layout.hourly() ? HOUR : DAY;
        String name = "%s_vpcflowlogs_%s_%s_%s_%s.log."
                .formatted(
                        flowLog.account(),
                        flowLog.region(),
                        flowLog.id(),
                        STAMP.format(period),
                        hash(flowLog.id() + "/" + period + "/" + delivery + "/" + part));
        return prefix + "AWSLogs/" + owner.formatted(flowLog.account(), flowLog.region()) + date.format(period) + name
                + (layout.parquet() ? "parquet" : "gz");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime has no SHA-256", e);
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }
}
