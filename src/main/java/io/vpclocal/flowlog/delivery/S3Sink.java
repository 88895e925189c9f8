package io.vpclocal.flowlog.delivery;

import io.vpclocal.charges.Metering;
import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.flowlog.s3.ObjectStore;
import io.vpclocal.flowlog.s3.ObjectStoreException;
import io.vpclocal.flowlog.subscription.Destination.Bucket;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Delivery to S3 in files of five minutes. A file has the records that end in its five minutes (VPC User Guide: publish
 * flow logs to Amazon S3). The key depends on the flow log, the period and the number of committed deliveries for the
 * period. A repeated delivery therefore overwrites the same keys.
 */
@Component
class S3Sink implements RecordSink {

    private static final long FILE_SECONDS = 300;

    private final ObjectStore objects;
    private final DeliveredFiles files;
    private final Metering metering;
    private final long largestFile;

    /** @param largestFile the size in bytes at which a file is finished and the next one begins; AWS's is 75 MB */
    S3Sink(
            ObjectStore objects,
            DeliveredFiles files,
            Metering metering,
            @Value("${vpclocal.flow-logs.largest-file:75MB}") DataSize largestFile) {
        this.objects = objects;
        this.files = files;
        this.metering = metering;
        this.largestFile = largestFile.toBytes();
    }

    @Override
    public boolean serves(FlowLogEntity flowLog) {
        return flowLog.destination() instanceof Bucket;
    }

    @Override
    public long period(FlowLogEntity flowLog) {
        return Math.max(flowLog.maxAggregationInterval(), FILE_SECONDS) * 1000;
    }

    /** A repeated delivery must write at least the files of the first attempt. */
    @Override
    public boolean periodByPeriod() {
        return true;
    }

    @Override
    public void requireAccess(FlowLogEntity flowLog) {
        switch (objects.bucket(bucket(flowLog).bucket())) {
            case THERE -> {
                // The put shows whether the bucket is usable.
            }
            case MISSING ->
                throw DeliveryFailedException.access(
                        "Bucket '" + bucket(flowLog).bucket() + "' does not exist");
            case DENIED ->
                throw DeliveryFailedException.access(
                        "Bucket '" + bucket(flowLog).bucket() + "' denies access");
            case UNREACHABLE ->
                throw DeliveryFailedException.unknown(
                        "Bucket '" + bucket(flowLog).bucket() + "'", new IOException("The endpoint does not answer"));
        }
    }

    @Override
    public void deliver(FlowLogEntity flowLog, List<FlowRecord> records) {
        Map<Long, List<FlowRecord>> periods = new TreeMap<>();
        for (FlowRecord record : records) {
            long period = Math.floorDiv(record.lastSecond(), FILE_SECONDS) * FILE_SECONDS;
            periods.computeIfAbsent(period, start -> new ArrayList<>()).add(record);
        }
        periods.forEach((period, its) -> {
            try {
                period(flowLog, Instant.ofEpochSecond(period), its);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void period(FlowLogEntity flowLog, Instant period, List<FlowRecord> records) throws IOException {
        long delivery = files.findByFlowLogIdAndPeriodStart(flowLog.id(), period.toEpochMilli())
                .orElseGet(() -> files.save(new DeliveredFileEntity(flowLog.id(), period.toEpochMilli())))
                .next();
        RecordFormat format = flowLog.format();
        boolean parquet = flowLog.layout().parquet();
        int part = 0;
        long bytes = 0;
        RecordFile file = RecordFile.of(format, parquet);
        for (FlowRecord record : records) {
            if (file.size() >= largestFile) {
                put(flowLog, period, delivery, part++, file.finish());
                file = RecordFile.of(format, parquet);
            }
            bytes += file.add(record);
        }
        put(flowLog, period, delivery, part, file.finish());
        metering.deliveredToS3(flowLog.scope(), flowLog.id(), bytes, parquet);
    }

    private void put(FlowLogEntity flowLog, Instant period, long delivery, int part, byte[] content) {
        Bucket bucket = bucket(flowLog);
        String key = ObjectKeys.key(flowLog, bucket, period, delivery, part);
        String type = flowLog.layout().parquet() ? "application/vnd.apache.parquet" : "application/gzip";
        try {
            objects.put(bucket.bucket(), key, content, type);
        } catch (ObjectStoreException e) {
            throw e.denied()
                    ? DeliveryFailedException.access("s3://" + bucket.bucket() + "/" + key, e)
                    : DeliveryFailedException.unknown("s3://" + bucket.bucket() + "/" + key, e);
        }
    }

    private static Bucket bucket(FlowLogEntity flowLog) {
        if (flowLog.destination() instanceof Bucket bucket) {
            return bucket;
        }
        throw new IllegalArgumentException(flowLog.id() + " does not deliver to S3");
    }
}
