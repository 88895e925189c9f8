package io.vpclocal.flowlog.subscription;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Athena partition projection of a flow log's table (AWS documentation, Athena User Guide: partition projection,
 * supported types).
 *
 * @param keys the partition columns
 * @param projections the table properties after {@code projection.}
 * @param location the path of a partition inside the flow log's folder
 */
record Partitions(List<String> keys, Map<String, String> projections, String location) {

    /** The last year of a Hive table without end date, since integer projections need an upper bound. Our choice. */
    private static final int LAST_YEAR = 2100;

    static Partitions of(FileLayout layout, @Nullable Instant from, @Nullable Instant to, Clock clock) {
        Instant start = Objects.requireNonNullElse(from, clock.instant());
        if (to != null && to.isBefore(start)) {
            throw FlowLogErrors.periodReversed();
        }
        return layout.hive() ? hive(layout.hourly(), start, to) : dates(layout.hourly(), start, to);
    }

    private static Partitions dates(boolean hourly, Instant start, @Nullable Instant end) {
        Map<String, String> projections = new LinkedHashMap<>();
        projections.put("date.type", "date");
        projections.put("date.format", hourly ? "yyyy/MM/dd/HH" : "yyyy/MM/dd");
        projections.put(
                "date.range",
                day(start) + (hourly ? "/00" : "") + "," + (end == null ? "NOW" : day(end) + (hourly ? "/23" : "")));
        projections.put("date.interval", "1");
        projections.put("date.interval.unit", hourly ? "HOURS" : "DAYS");
        return new Partitions(List.of("date"), projections, "${date}");
    }

    private static Partitions hive(boolean hourly, Instant start, @Nullable Instant end) {
        Map<String, String> projections = new LinkedHashMap<>();
        integer(projections, "year", year(start) + "," + (end == null ? LAST_YEAR : year(end)), 4);
        integer(projections, "month", "1,12", 2);
        integer(projections, "day", "1,31", 2);
        if (!hourly) {
            return new Partitions(
                    List.of("year", "month", "day"), projections, "year=${year}/month=${month}/day=${day}");
        }
        integer(projections, "hour", "0,23", 2);
        return new Partitions(
                List.of("year", "month", "day", "hour"),
                projections,
                "year=${year}/month=${month}/day=${day}/hour=${hour}");
    }

    private static void integer(Map<String, String> projections, String key, String range, int digits) {
        projections.put(key + ".type", "integer");
        projections.put(key + ".range", range);
        projections.put(key + ".digits", Integer.toString(digits));
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString().replace('-', '/');
    }

    private static int year(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).getYear();
    }
}
