package io.vpclocal.logs.export;

import io.vpclocal.logs.ExportBuckets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * The objects of one stream: {@code prefix/task/stream/000000.gz}, {@code 000001.gz}, and so on. Each event begins with its
 * time (CloudWatch Logs User Guide, export to S3). That slashes in stream names become dashes is our guess.
 */
final class StreamFiles {

    /** The bytes of events after which an object ends. Our guess. */
    private static final int PART = 64 * 1024 * 1024;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ExportBuckets buckets;
    private final ExportTaskEntity task;
    private final String stream;
    private ByteArrayOutputStream content = new ByteArrayOutputStream();
    private GZIPOutputStream lines;
    private long bytes;
    private int number;

    StreamFiles(ExportBuckets buckets, ExportTaskEntity task, String stream) {
        this.buckets = buckets;
        this.task = task;
        this.stream = stream.replace('/', '-');
        this.lines = open(content);
    }

    ExportBuckets.Access add(long timestamp, String message) throws IOException {
        byte[] line =
                (TIME.format(Instant.ofEpochMilli(timestamp)) + " " + message + "\n").getBytes(StandardCharsets.UTF_8);
        lines.write(line);
        bytes += line.length;
        return bytes < PART ? ExportBuckets.Access.GRANTED : finish();
    }

    /** Puts the events that were added since the last object. A stream without events has no object. */
    ExportBuckets.Access finish() throws IOException {
        if (bytes == 0) {
            return ExportBuckets.Access.GRANTED;
        }
        lines.close();
        String key = task.export()
                .key(task.taskId() + "/" + stream + "/" + String.format(Locale.ROOT, "%06d", number) + ".gz");
        ExportBuckets.Access access =
                buckets.put(task.export().bucket(), key, content.toByteArray(), "application/gzip");
        content = new ByteArrayOutputStream();
        lines = open(content);
        bytes = 0;
        number++;
        return access;
    }

    private static GZIPOutputStream open(ByteArrayOutputStream content) {
        try {
            return new GZIPOutputStream(content);
        } catch (IOException e) {
            throw new IllegalStateException("A buffer in memory cannot be written", e);
        }
    }
}
