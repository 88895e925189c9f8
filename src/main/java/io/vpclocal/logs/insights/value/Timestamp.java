package io.vpclocal.logs.insights.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A point in time as a value of the query language, shown in UTC as {@code 2019-04-19 15:00:00.000}. */
public record Timestamp(long millis) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    @Override
    public String toString() {
        return FORMAT.format(Instant.ofEpochMilli(millis));
    }
}
