package io.vpclocal.flowlog;

import io.vpclocal.flowlog.record.FlowAttributes;
import io.vpclocal.flowlog.record.FlowAttributes.Action;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.ObservedTraffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Traffic as observed by network interfaces. */
public final class Flows {

    public static final String ZONE = "use1-az1";
    public static final String INSTANCE = "i-01234567890123456";

    private Flows() {}

    /** The account's own network interface. */
    public static InterfaceDetails at(FlowLogAccount account) {
        return at(account, account.networkInterface, account.subnet);
    }

    public static InterfaceDetails at(FlowLogAccount account, String networkInterface, String subnet) {
        return details(account, networkInterface, subnet, INSTANCE);
    }

    /** An interface of the account's subnet that is attached to no instance. */
    public static InterfaceDetails withoutInstance(FlowLogAccount account, String id) {
        return details(account, id, account.subnet, null);
    }

    private static InterfaceDetails details(
            FlowLogAccount account, String networkInterface, String subnet, @Nullable String instance) {
        return new InterfaceDetails(
                account.scope.account(),
                networkInterface,
                account.vpc,
                subnet,
                instance,
                account.scope.region(),
                ZONE,
                null,
                null,
                null,
                null,
                Map.of());
    }

    /** A TCP flow from 10.0.0.5 to 10.0.0.9. The destination port identifies it. */
    public static ObservedTraffic tcp(
            InterfaceDetails at, int port, Action action, long packets, long bytes, Instant start, Duration length) {
        FlowAttributes flow = FlowAttributes.of("10.0.0.5", "10.0.0.9", 49152, port, 6, action);
        return new ObservedTraffic(at, flow, packets, bytes, 3, start, start.plus(length));
    }

    /** Traffic of the account's network interface to {@code count} ports at the same time. */
    public static List<ObservedTraffic> toPorts(FlowLogAccount account, int count, Instant at) {
        return IntStream.range(0, count)
                .mapToObj(
                        port -> tcp(at(account), port, Action.ACCEPT, 1, 40L + port * 7919L % 1400, at, Duration.ZERO))
                .toList();
    }
}
