package io.vpclocal.resource;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forms of values in EC2 responses that depend on the member and not on its type. */
public final class WireForms {

    private WireForms() {}

    /** For lists that AWS leaves out when they are empty. */
    public static <T> @Nullable List<T> orAbsent(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /** For times that AWS keeps without milliseconds. */
    public static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
