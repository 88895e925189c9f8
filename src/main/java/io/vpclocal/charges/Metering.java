package io.vpclocal.charges;

import io.vpclocal.charges.UsageMeters.Usage;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts charged bytes in the caller's transaction. */
@Component
@Transactional
public class Metering {

    static final String ENDPOINT_DATA = "endpoint-data";
    static final String VENDED_S3 = "vended-s3";
    static final String PARQUET_CONVERSION = "parquet-conversion";

    private final UsageMeters meters;
    private final Clock clock;

    Metering(UsageMeters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Counts bytes that passed interface endpoints, in either direction. Gateway endpoints are free.
     *
     * @param bytes by endpoint id
     */
    public void throughEndpoints(Scope scope, Map<String, Long> bytes) {
        // A fixed order prevents deadlocks between two callers.
        new TreeMap<>(bytes).forEach((endpointId, its) -> add(scope, ENDPOINT_DATA, endpointId, its));
    }

    /**
     * Counts log data that a flow log delivered to S3, before compression.
     *
     * @param converted whether the data was converted to Parquet
     */
    public void deliveredToS3(Scope scope, String flowLogId, long bytes, boolean converted) {
        if (converted) {
            add(scope, PARQUET_CONVERSION, flowLogId, bytes);
        }
        add(scope, VENDED_S3, flowLogId, bytes);
    }

    private void add(Scope scope, String meter, String resource, long bytes) {
        if (bytes > 0) {
            String month =
                    YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).toString();
            meters.add(new Usage(scope, meter, resource, month, bytes));
        }
    }
}
