package io.vpclocal.resource;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructList;

/** Forms of values in EC2 responses that depend on the member and not on its type. */
public final class WireForms {

    private WireForms() {}

    /** For lists that AWS leaves out when they are empty: the SDK's value of an unset list. */
    public static <T> List<T> orAbsent(List<T> list) {
        return list.isEmpty() ? DefaultSdkAutoConstructList.getInstance() : list;
    }

    /** For times that AWS keeps without milliseconds. */
    public static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }
}
